package io.switchboard.insight.success;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import java.util.List;
import java.util.Optional;

/** Everything that a figure on the dashboard can be, each defined here and nowhere else: tile, API and documentation say the same words. */
public enum Metric {
    ACTIVATION(
            "activation-steps",
            "Activation steps",
            Unit.STEPS,
            true,
            "Steps of the setup that are done now. A step is done while a fact with a receipt completes it; if the fact is undone, the step opens again."),
    FIRST_VALUE(
            "time-to-first-value",
            "Time to first value",
            Unit.DURATION,
            false,
            "From the tenant's creation to its first command, approval, incident or evidence export. It happens once, so it has no trend."),
    ACTIVE_PEOPLE(
            "weekly-active-people",
            "Active people in a week",
            Unit.PEOPLE,
            true,
            "Distinct people with at least one governed action that was allowed in the last 7 × 24 hours. Services, the portal itself and people of the platform who looked in do not count.",
            new Behind("Allowed actions of people", Optional.empty(), Outcome.ALLOWED, Optional.of(Actor.Type.USER))),
    DECIDED(
            "approvals-decided",
            "Approvals decided a day",
            Unit.PER_DAY,
            true,
            "Tickets that were approved or denied in the period, divided by its days.",
            new Behind("Decisions", Deeds.DECIDE, Outcome.ALLOWED)),
    WAIT_MEDIAN(
            "approvals-wait-median",
            "Wait for an approval, median",
            Unit.DURATION,
            false,
            "From the request to the decision that ended the ticket, over all tickets decided in the period: half waited at most so long (nearest rank).",
            new Behind("Decisions", Deeds.DECIDE, Outcome.ALLOWED)),
    WAIT_P95(
            "approvals-wait-p95",
            "Wait for an approval, p95",
            Unit.DURATION,
            false,
            "From the request to the decision that ended the ticket, over all tickets decided in the period: 95 of 100 waited at most so long (nearest rank).",
            new Behind("Decisions", Deeds.DECIDE, Outcome.ALLOWED)),
    UNANSWERED(
            "approvals-expired",
            "Approvals expired",
            Unit.PERCENT,
            false,
            "Share of the tickets that ended in the period because nobody answered before the deadline, which means no.",
            new Behind("Expiries", Deeds.DECIDE, Outcome.FAILED),
            new Behind("Decisions", Deeds.DECIDE, Outcome.ALLOWED)),
    RUNS(
            "runs-per-operator-week",
            "Runs per operator and week",
            Unit.NUMBER,
            true,
            "Runs that people started in the period, divided by the people who were at work on runs or incidents in each of its weeks. Weeks are counted back from today; the first may be shorter.",
            new Behind("Starts of runs", Deeds.START, Outcome.ALLOWED)),
    INCIDENTS(
            "incidents-with-run",
            "Incidents with a run",
            Unit.PERCENT,
            true,
            "Of the incidents that were opened or moved in the period, the share that a run opened or moved. Incidents that were only imported do not count.",
            new Behind("Moves of incidents", Deeds.UPDATE, Outcome.ALLOWED),
            new Behind("Incidents opened", Deeds.OPEN, Outcome.ALLOWED)),
    DRY_RUNS(
            "import-dry-run-pass",
            "Dry runs that pass",
            Unit.PERCENT,
            true,
            "Of the dry runs in the period, the share whose file could be read and had no rejected row. Reverts do not count.",
            new Behind("Dry runs", Deeds.PLAN, Outcome.ALLOWED),
            new Behind("Unreadable files", Deeds.PLAN, Outcome.FAILED)),
    COMMITS(
            "import-commit-success",
            "Commits that succeed",
            Unit.PERCENT,
            true,
            "Of the commits in the period, the share that was done; the others changed nothing. Reverts do not count.",
            new Behind("Commits", Deeds.COMMIT, Outcome.ALLOWED),
            new Behind("Failed commits", Deeds.COMMIT, Outcome.FAILED)),
    REJECTS(
            "import-rejected-rows",
            "Rejected rows",
            Unit.NUMBER,
            false,
            "Rows that dry runs of the period rejected, by reason. A row with two reasons counts with each of them; the same file tried twice counts twice.",
            new Behind("Dry runs", Deeds.PLAN, Outcome.ALLOWED));

    /** Which receipts a figure is made of. */
    public record Behind(String title, Optional<ActionId> action, Outcome outcome, Optional<Actor.Type> by) {

        Behind(String title, ActionId action, Outcome outcome) {
            this(title, Optional.of(action), outcome, Optional.empty());
        }
    }

    private final String id;
    private final String title;
    private final Unit unit;
    private final boolean moreIsBetter;
    private final String definition;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Behind> behind;

    Metric(String id, String title, Unit unit, boolean moreIsBetter, String definition, Behind... behind) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
        this.definition = definition;
        this.behind = List.of(behind);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    public boolean isMoreBetter() {
        return moreIsBetter;
    }

    public String definition() {
        return definition;
    }

    /** Empty where each receipt is shown beside what it proves. */
    public List<Behind> behind() {
        return behind;
    }
}
