package io.switchboard.insight.evaluation;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets plans and memos leave the portal; each leaves a receipt with the digests of its three forms. */
@Service
public class EvaluationDocuments {

    public static final ActionId ISSUE = new ActionId("evaluation.issue-document");

    private final EnforcementPoint enforcement;
    private final Kits kits;
    private final MemoRows memos;
    private final EvaluationPress press;
    private final Tenants tenants;
    private final Clock clock;

    EvaluationDocuments(
            EnforcementPoint enforcement,
            Kits kits,
            MemoRows memos,
            EvaluationPress press,
            Tenants tenants,
            Clock clock) {
        this.enforcement = enforcement;
        this.kits = kits;
        this.memos = memos;
        this.press = press;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The plan as it stands now. */
    public Enforced<EvaluationDocument> plan(Caller caller) {
        return enforcement.perform(action(caller, "plan"), () -> {
            var tenant = tenants.find(caller.tenant()).orElseThrow();
            var kit = kits.of(tenant, clock.instant().truncatedTo(ChronoUnit.SECONDS))
                    .orElseThrow(() -> new ChangeFailure(
                            "not-begun", "No evaluation has begun, so there is no plan. Begin one first."));
            return effect(press.plan(tenant, kit));
        });
    }

    /** Empty where none was signed. */
    public Optional<Enforced<EvaluationDocument>> latestMemo(Caller caller) {
        return memos.list(caller.tenant(), 1).stream().findFirst().map(memo -> memo(caller, memo));
    }

    /** Empty where there is no such memo. */
    public Optional<Enforced<EvaluationDocument>> memo(Caller caller, int number) {
        return memos.find(caller.tenant(), number).map(memo -> memo(caller, memo));
    }

    private Enforced<EvaluationDocument> memo(Caller caller, Memo memo) {
        return enforcement.perform(
                action(caller, memo.name()),
                () -> effect(press.memo(tenants.find(caller.tenant()).orElseThrow(), memo)));
    }

    private static GovernedAction action(Caller caller, String what) {
        return GovernedAction.of(caller, ISSUE, ResourceRef.of(EvaluationDesk.EVALUATION, what));
    }

    private static Effect<EvaluationDocument> effect(EvaluationDocument printed) {
        return Effect.of(
                        printed,
                        new Subject("Document", printed.id() + ".pdf", Sha256.of(printed.pdf())),
                        new Subject("Document", printed.id() + ".json", Sha256.of(printed.json())),
                        new Subject("Document", printed.id() + ".html", Sha256.of(printed.html())))
                .withFacts(Map.of(
                        "template", printed.name(),
                        "pdfBytes", (long) printed.pdf().length,
                        "jsonBytes", (long) printed.json().length));
    }
}
