package io.switchboard.insight.trustreports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One part of a report. {@code summary} says in a sentence how it stands; {@code state} whether that is as it should be, wants a look, is not recorded, or is withheld in a copy. {@code days} are the bars of its picture, if
 * it has one.
 */
record Section(
        String id,
        String title,
        State state,
        String summary,
        List<Measure> measures,
        List<Day> days,
        Optional<Details> details) {

    /** How a section stands. */
    enum State {
        AS_IT_SHOULD_BE("as it should be"),
        LOOK("look at this"),
        NOT_RECORDED("not recorded"),
        WITHHELD("withheld");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Governed actions of one day, by how they ended. */
    record Day(String name, long allowed, long denied, long failed) {}

    Section {
        measures = List.copyOf(measures);
        days = List.copyOf(days);
    }

    static Section of(String id, String title, State state, String summary, List<Measure> measures) {
        return new Section(id, title, state, summary, measures, List.of(), Optional.empty());
    }

    /** What a copy shows instead: that it is withheld, by whom, and what the receipt of the report commits to in its place. */
    Section withheld(String by, String digest) {
        return of(
                id,
                title,
                State.WITHHELD,
                "Withheld by " + by + ". The receipt of the report commits to what it says: " + digest,
                List.of());
    }

    Section with(Details more) {
        return new Section(id, title, state, summary, measures, days, Optional.of(more));
    }

    Section with(List<Day> more) {
        return new Section(id, title, state, summary, measures, more, details);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new HashMap<>(Map.of(
                "id", id,
                "title", title,
                "state", state.words(),
                "summary", summary,
                "measures", measures.stream().map(Measure::json).toList()));
        if (!days.isEmpty()) {
            json.put(
                    "days",
                    days.stream()
                            .map(day -> Map.of(
                                    "day", day.name(),
                                    "allowed", day.allowed(),
                                    "denied", day.denied(),
                                    "failed", day.failed()))
                            .toList());
        }
        details.ifPresent(table -> json.put("details", table.json()));
        return json;
    }
}
