package io.switchboard.insight.success;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One day of a {@link Book}. */
record Page(Map<Deed, Long> deeds, Map<String, Presence> people, Map<Label, Long> labels, Map<CaseId, Case> cases) {

    Page() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    /** What was done, how it ended, and what kind of actor did it. */
    record Deed(ActionId action, Outcome outcome, Actor.Type by) {}

    /** What a person was allowed to do: how much, whether any of it was work on runs or incidents, from when until when. */
    record Presence(long number, boolean worked, Instant first, Instant last) {

        Presence and(Presence other) {
            return new Presence(
                    number + other.number,
                    worked || other.worked,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    /** What is counted by a label. */
    enum Count {
        DRY_RUN,
        COMMIT,
        REJECT
    }

    record Label(Count count, String text) {}

    /** What is looked at one by one: an approval or a committed import by the receipt that ended it, an incident or a run by its id. */
    enum Kind {
        APPROVAL,
        INCIDENT,
        IMPORT,
        RUN
    }

    record CaseId(Kind kind, String id) {}

    record Case(Instant at, Duration waited, Result result) {

        Case and(Case other) {
            return new Case(
                    at.isAfter(other.at) ? at : other.at,
                    waited.compareTo(other.waited) > 0 ? waited : other.waited,
                    result.compareTo(other.result) > 0 ? result : other.result);
        }
    }

    /** How a case ended. Of what is said of one incident, the later here counts. */
    enum Result {
        APPROVED,
        DENIED,
        UNANSWERED,
        ALONE,
        WITH_RUN,
        DONE
    }

    void did(Deed deed, long number) {
        deeds.merge(deed, number, Long::sum);
    }

    void was(String person, Presence presence) {
        people.merge(person, presence, Presence::and);
    }

    void count(Label label, long number) {
        labels.merge(label, number, Long::sum);
    }

    void happened(CaseId id, Case one) {
        cases.merge(id, one, Case::and);
    }
}
