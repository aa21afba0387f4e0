package io.switchboard.insight.evaluation;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** A tenant's evaluation for whoever may look, and its beginning. Looking leaves no receipt. */
@Service
public class EvaluationDesk {

    public static final ActionId VIEW = new ActionId("evaluation.view");
    public static final ActionId BEGIN = new ActionId("evaluation.begin");

    static final String EVALUATION = "Evaluation";

    /** An evaluation may have begun before it is put on record: its receipts are there. */
    public static final int MOST_DAYS_AGO = 60;

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final EvaluationRows rows;
    private final Tenants tenants;
    private final Kits kits;
    private final Clock clock;

    EvaluationDesk(
            EnforcementPoint enforcement,
            Viewing viewing,
            EvaluationRows rows,
            Tenants tenants,
            Kits kits,
            Clock clock) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.rows = rows;
        this.tenants = tenants;
        this.kits = kits;
        this.clock = clock;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, EVALUATION);
    }

    /** As it stands now; empty where none has begun. */
    public Optional<EvaluationKit> kit(Caller caller) {
        viewing.require(caller, VIEW, EVALUATION);
        return kits.of(tenants.find(caller.tenant()).orElseThrow(), now());
    }

    /** Thirty days from that day (UTC) on; takes the place of an evaluation before. */
    public Enforced<Evaluation> begin(Caller caller, LocalDate on) {
        return enforcement.perform(GovernedAction.of(caller, BEGIN, ResourceRef.of(EVALUATION, "evaluation")), () -> {
            var now = now();
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            require(
                    !on.isAfter(today.plusDays(MOST_DAYS_AGO)) && !on.isBefore(today.minusDays(MOST_DAYS_AGO)),
                    "bad-day",
                    "An evaluation begins at most " + MOST_DAYS_AGO + " days before or after today (UTC).");
            var evaluation = new Evaluation(on, now, caller.actor(), Optional.empty());
            rows.put(caller.tenant(), evaluation);
            return Effect.of(evaluation, Subject.atVersion(EVALUATION, "evaluation", on.toEpochDay()))
                    .withFacts(Map.of(
                            "beginsOn", on.toString(),
                            "lastDay", evaluation.lastDay().toString()));
        });
    }

    /** Notes the receipt with the evaluation, in the transaction that leaves it. */
    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(BEGIN)) {
            rows.receipted(done.tenant(), done.receipt());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
