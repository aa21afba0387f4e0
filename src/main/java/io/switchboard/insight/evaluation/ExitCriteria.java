package io.switchboard.insight.evaluation;

import io.switchboard.control.approvals.DualControl;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.insight.evaluation.Integration.State;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Checklist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has to be shown, and whether it is: from facts on record, so nobody ticks anything. */
@Component
class ExitCriteria {

    private final OnRecord record;
    private final DualControl dualControl;

    ExitCriteria(OnRecord record, DualControl dualControl) {
        this.record = record;
        this.dualControl = dualControl;
    }

    List<Criterion> of(
            TenantId tenant,
            Evaluation evaluation,
            Checklist checklist,
            List<Integration> integrations,
            List<WeeklyReport> reports,
            Instant now) {
        var all = new ArrayList<Criterion>();
        all.add(setup(checklist));
        all.add(connected("own-sign-in", "People sign in through your own provider", integrations.getFirst()));
        all.add(done(
                tenant,
                evaluation,
                "runbook-run",
                "A runbook was run",
                "A run was started within the evaluation.",
                new ActionId("runs.start"),
                "runbooks"));
        all.add(done(
                tenant,
                evaluation,
                "incident-handled",
                "An incident was handled",
                "An incident was updated within the evaluation.",
                new ActionId("incidents.update"),
                "incidents"));
        all.add(fourEyes(tenant, evaluation, now));
        all.add(weekly(reports));
        all.add(done(
                tenant,
                evaluation,
                "evidence-taken",
                "Evidence was taken along",
                "An evidence bundle was exported within the evaluation; check it offline with the verifier.",
                new ActionId("receipts.export-evidence"),
                "trust"));
        all.add(done(
                tenant,
                evaluation,
                "posture-taken",
                "The posture document was taken along",
                "A posture document was issued within the evaluation.",
                new ActionId("assurance.issue-document"),
                "trust"));
        return all;
    }

    private static Criterion setup(Checklist checklist) {
        boolean met = checklist.done() == checklist.applicable();
        return new Criterion(
                "setup-complete",
                "The guided setup is complete",
                "Every step that applies to the tenant is done now.",
                met,
                checklist.done() + " of " + checklist.applicable() + " steps are done.",
                Optional.empty(),
                "setup");
    }

    private static Criterion connected(String id, String title, Integration integration) {
        return new Criterion(
                id,
                title,
                integration.title() + " is live now.",
                integration.state() == State.LIVE,
                integration.says(),
                integration.proof(),
                integration.path());
    }

    private Criterion done(
            TenantId tenant,
            Evaluation evaluation,
            String id,
            String title,
            String definition,
            ActionId action,
            String path) {
        var proof = record.latest(tenant, action, Optional.of(evaluation.from()));
        return new Criterion(
                id,
                title,
                definition,
                proof.isPresent(),
                proof.isPresent() ? "Done; the receipt of the latest time shows it." : "Not done yet.",
                proof.map(ExitCriteria::id),
                path);
    }

    private static ReceiptId id(ReceiptRow row) {
        return row.receipt().id();
    }

    /** Recounted from the votes, as in the Trust Report. */
    private Criterion fourEyes(TenantId tenant, Evaluation evaluation, Instant now) {
        var adherence = dualControl.of(tenant, evaluation.from(), now, now);
        boolean met = adherence.used() > 0 && adherence.sound() == adherence.used();
        return new Criterion(
                "dual-control",
                "Four eyes were kept",
                "At least one approval was used within the evaluation, and each that was rests on enough votes of others than whoever asked.",
                met,
                adherence.used() == 0
                        ? "No approval has been used yet."
                        : adherence.sound() + " of " + adherence.used() + " approvals that were used are sound.",
                Optional.empty(),
                "approvals");
    }

    private static Criterion weekly(List<WeeklyReport> reports) {
        long received =
                reports.stream().filter(report -> report.received().isPresent()).count();
        return new Criterion(
                "weekly-reports",
                "Every weekly Trust Report was received",
                "The report of each whole week within the evaluation was taken along by a person or a service of the tenant, or a bucket of the tenant has its files.",
                !reports.isEmpty() && received == reports.size(),
                received + " of " + reports.size() + " were received.",
                reports.stream().flatMap(report -> report.received().stream()).reduce((_, later) -> later),
                "trust/reports");
    }
}
