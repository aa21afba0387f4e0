package io.switchboard.operations.incidents;

import io.switchboard.operations.imports.RowProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of an incidents file: an incident, or one state change of it; or everything that is wrong with it. */
final class IncidentRow {

    /** A field of text, and how long it may be. */
    enum Text {
        TITLE("title", 300),
        CATEGORY("category", 200),
        SERVICE("service", 200),
        ASSIGNED_TO("assigned_to", 200),
        BY("changed_by", 200),
        NOTE("note", 2_000);

        private final String column;
        private final int most;

        Text(String column, int most) {
            this.column = column;
            this.most = most;
        }
    }

    /** A field of time. */
    enum Time {
        OPENED("opened_at"),
        RESOLVED("resolved_at"),
        CLOSED("closed_at"),
        CHANGED("changed_at");

        private final String column;

        Time(String column) {
            this.column = column;
        }
    }

    private final Map<String, String> cells;
    private final TimeReading reading;
    private final List<RowProblem> problems = new ArrayList<>();

    private IncidentRow(Map<String, String> cells, TimeReading reading) {
        this.cells = cells;
        this.reading = reading;
    }

    /** What a row says, where it is right. {@code said} is the source's own word for the status. */
    record Read(
            IncidentStatus status,
            String said,
            Optional<Severity> severity,
            Map<Text, String> texts,
            Map<Time, Instant> times,
            long sequence) {}

    /** {@code cells} without those that stand for nothing. */
    static Outcome of(Map<String, String> cells, TimeReading reading) {
        var row = new IncidentRow(cells, reading);
        var read = row.read();
        return row.problems.isEmpty() ? new Outcome.Right(read) : new Outcome.Wrong(List.copyOf(row.problems));
    }

    sealed interface Outcome {

        record Right(Read row) implements Outcome {}

        record Wrong(List<RowProblem> problems) implements Outcome {}
    }

    private Read read() {
        var times = times();
        return new Read(status(times), cells.getOrDefault("status", ""), severity(), texts(), times, sequence());
    }

    /** Without a column for it, the times tell. */
    private IncidentStatus status(Map<Time, Instant> times) {
        var text = cells.get("status");
        if (text == null) {
            return times.containsKey(Time.CLOSED)
                    ? IncidentStatus.CLOSED
                    : times.containsKey(Time.RESOLVED) ? IncidentStatus.RESOLVED : IncidentStatus.NEW;
        }
        return IncidentStatus.parse(text).orElseGet(() -> {
            problem(
                    "status",
                    "E-402",
                    "“" + shown(text) + "” is no state that is known here",
                    "Use " + IncidentStatus.names());
            return IncidentStatus.NEW;
        });
    }

    private Optional<Severity> severity() {
        return Optional.ofNullable(cells.get("severity")).flatMap(text -> {
            var severity = Severity.parse(text);
            if (severity.isEmpty()) {
                problem(
                        "severity",
                        "E-403",
                        "“" + shown(text) + "” is no severity",
                        "Use 1 (critical) to 5 (informational), SEV1, P1 or a word such as high");
            }
            return severity;
        });
    }

    private Map<Text, String> texts() {
        var texts = new EnumMap<Text, String>(Text.class);
        for (var field : Text.values()) {
            Optional.ofNullable(cells.get(field.column)).ifPresent(text -> {
                if (text.codePointCount(0, text.length()) > field.most) {
                    problem(
                            field.column,
                            "E-404",
                            "The value has more than " + field.most + " characters",
                            "Shorten it to " + field.most);
                }
                texts.put(field, text);
            });
        }
        return texts;
    }

    private Map<Time, Instant> times() {
        var times = new EnumMap<Time, Instant>(Time.class);
        for (var field : Time.values()) {
            Optional.ofNullable(cells.get(field.column))
                    .ifPresent(text -> reading.read(text)
                            .ifPresentOrElse(at -> times.put(field, at), () -> notATime(field.column, text)));
        }
        return times;
    }

    private void notATime(String column, String text) {
        problem(
                column,
                "E-405",
                "“" + shown(text) + "” is no time of the form " + reading.pattern() + " between 1970 and 2100",
                "Choose the form that the file's times have, or correct the time");
    }

    private long sequence() {
        var text = cells.getOrDefault("sequence", "0");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            problem(
                    "sequence",
                    "E-406",
                    "“" + shown(text) + "” is no whole number",
                    "Number an incident's changes 0, 1, 2 and so on");
            return 0;
        }
    }

    private void problem(String field, String code, String message, String fix) {
        problems.add(new RowProblem(field, code, message, fix));
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
