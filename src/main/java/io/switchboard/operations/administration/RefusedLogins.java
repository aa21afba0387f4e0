package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.RefusedSignIn;
import io.switchboard.platform.observability.Correlations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The receipt of a login that ends at the door. Policy lets the portal do the refusing, and what was wanted, the login, was denied: that is the
 * outcome. There is no actor to name, so the portal is it; the user name is only disclosed.
 */
@Service
class RefusedLogins {

    private static final ActionId REFUSE = new ActionId("administration.refuse-login");

    private final PolicyDecisionPoint policy;
    private final Receipts receipts;
    private final Correlations correlations;
    private final ApplicationEventPublisher events;

    RefusedLogins(
            PolicyDecisionPoint policy,
            Receipts receipts,
            Correlations correlations,
            ApplicationEventPublisher events) {
        this.policy = policy;
        this.receipts = receipts;
        this.correlations = correlations;
        this.events = events;
    }

    @Transactional
    Receipt record(TenantId tenant, RefusedSignIn refused) {
        return correlations.call(correlations.current(), () -> enter(tenant, refused));
    }

    private Receipt enter(TenantId tenant, RefusedSignIn refused) {
        var caller = Caller.system(tenant, "sign-in");
        var decision = policy.decide(PolicyRequest.of(caller, REFUSE, ResourceRef.of("Tenant", tenant.value())));
        policy.record(decision);
        var subjects = List.of(Subject.atVersion("Tenant", tenant.value(), 0));
        var receipt = receipts.append(draft(caller, decision, subjects, refused));
        events.publishEvent(new ActionReceipted(
                tenant,
                receipt.id(),
                receipt.action(),
                receipt.outcome(),
                receipt.actor(),
                receipt.decision(),
                subjects,
                receipt.occurredAt()));
        return receipt;
    }

    private ReceiptDraft draft(Caller caller, Decision decision, List<Subject> subjects, RefusedSignIn refused) {
        return new ReceiptDraft(
                caller.tenant(),
                caller.actor(),
                REFUSE,
                Outcome.DENIED,
                Optional.of(new ReceiptDraft.DecisionRef(
                        decision.id(),
                        decision.bundleDigest(),
                        decision.determiningPolicies(),
                        decision.reasonCodes())),
                correlations.current(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                subjects,
                Map.of("reason", code(refused.reason())),
                Map.of("userName", refused.userName()));
    }

    private static String code(RefusedSignIn.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
