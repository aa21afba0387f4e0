package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.NotViewable;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.kernel.Caller;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who may look at a tenant's imports and who may bring files. Looking is authorised without a receipt; a refused file leaves one. */
@Service
public class ImportAccess {

    private final PolicyDecisionPoint policy;
    private final EnforcementPoint enforcement;

    ImportAccess(PolicyDecisionPoint policy, EnforcementPoint enforcement) {
        this.policy = policy;
        this.enforcement = enforcement;
    }

    /** The decision that stands against viewing; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return Optional.of(policy.decide(ImportActions.view(caller).request())).filter(decision -> !decision.allowed());
    }

    /** The service's own check, also where a page has asked before. */
    void requireViewing(Caller caller) {
        againstViewing(caller).ifPresent(decision -> {
            throw new NotViewable(ImportActions.VIEW, decision);
        });
    }

    /** The refusal of whoever may not bring files of this kind, with its receipt; asked before anything is fetched on their behalf. */
    public Optional<Enforced.Refused<ImportPlan>> againstBringing(Caller caller, String kind) {
        return againstUpload(caller, kind, ImportId.random());
    }

    /** Asked before the first byte is stored: whoever may not plan an import need not upload it. */
    Optional<Enforced.Refused<ImportPlan>> againstUpload(Caller caller, String kind, ImportId id) {
        var action = ImportActions.upload(caller, kind, id);
        if (policy.decide(action.request()).allowed()) {
            return Optional.empty();
        }
        var ended = enforcement.<ImportPlan>perform(action, () -> {
            throw new ChangeFailure("policy-changed", "The policies changed meanwhile. Upload the file again.");
        });
        return ended instanceof Enforced.Refused<ImportPlan> refused ? Optional.of(refused) : Optional.empty();
    }
}
