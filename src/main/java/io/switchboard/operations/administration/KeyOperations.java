package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyChange;
import io.switchboard.platform.signing.KeyFile;
import io.switchboard.platform.signing.KeyLifecycle;
import io.switchboard.platform.signing.KeyState;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.ListedKey;
import io.switchboard.platform.signing.Overlap;
import io.switchboard.platform.signing.Rehearsals;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A tenant's keys in its own hands: each operation is decided by policy and leaves a receipt that names key, window and key set, and no secret. */
@Service
public class KeyOperations {

    public static final ActionId ROTATE = new ActionId("keys.rotate");
    public static final ActionId RETIRE = new ActionId("keys.retire");
    public static final ActionId BRING = new ActionId("keys.bring");
    public static final ActionId REHEARSE = new ActionId("keys.rehearse");

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final KeyLifecycle lifecycle;
    private final Rehearsals rehearsals;
    private final ReceiptSample sample;
    private final Tenants tenants;

    KeyOperations(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            KeyLifecycle lifecycle,
            Rehearsals rehearsals,
            ReceiptSample sample,
            Tenants tenants) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.lifecycle = lifecycle;
        this.rehearsals = rehearsals;
        this.sample = sample;
        this.tenants = tenants;
    }

    /** The tenant's keys by use, newest first. What is public anyway needs no permission. */
    public List<ListedKey> keys(TenantId tenant) {
        return lifecycle.keys(tenant);
    }

    /** Advice for the page: whether to offer the buttons. */
    public boolean mayManage(Caller caller) {
        return policy.wouldAllow(PolicyRequest.of(caller, ROTATE, current(caller, KeyUse.RECEIPT)));
    }

    /** A new key signs from now on; the one before stays valid for the overlap. */
    public Enforced<ListedKey> rotate(Caller caller, KeyUse use, Overlap overlap) {
        return enforcement.perform(GovernedAction.of(caller, ROTATE, current(caller, use)), () -> {
            var name = tenants.find(caller.tenant()).orElseThrow().log().value();
            return KeyReceipt.of(lifecycle.rotate(caller.tenant(), use, overlap, name));
        });
    }

    /** The tenant's own key signs receipts, or documents, from now on. The file is not read before policy has allowed it. */
    public Enforced<ListedKey> bring(Caller caller, KeyFile file, Overlap overlap) {
        return enforcement.perform(
                GovernedAction.of(caller, BRING, current(caller, KeyUse.RECEIPT)),
                () -> effect(lifecycle.bring(caller.tenant(), file, overlap)));
    }

    /** Ends a key that no longer signs; empty where the tenant has no such key. */
    public Optional<Enforced<ListedKey>> retire(Caller caller, String keyId) {
        return find(caller.tenant(), keyId)
                .map(key -> enforcement.perform(
                        GovernedAction.of(caller, RETIRE, resource(key.id())),
                        () -> effect(lifecycle.retire(caller.tenant(), key.id()))));
    }

    /** Tries a rotation of the receipt key on real receipts, and changes nothing. */
    public Enforced<Rehearsed> rehearse(Caller caller, Overlap overlap) {
        return enforcement.simulate(
                GovernedAction.of(caller, REHEARSE, current(caller, KeyUse.RECEIPT)), () -> tried(caller, overlap));
    }

    private Effect<Rehearsed> tried(Caller caller, Overlap overlap) {
        var receipts = sample.of(caller.tenant(), lifecycle.keys(caller.tenant()));
        var rehearsed = new RehearsalChecks(rehearsals.rotation(caller.tenant(), overlap)).run(receipts);
        return KeyReceipt.of(rehearsed, currentId(caller, KeyUse.RECEIPT));
    }

    private static Effect<ListedKey> effect(KeyChange change) {
        return switch (change) {
            case KeyChange.Done done -> KeyReceipt.of(done);
            case KeyChange.Refused refused -> throw new ChangeFailure(refused.code(), refused.sentence());
        };
    }

    private Optional<ListedKey> find(TenantId tenant, String keyId) {
        return lifecycle.keys(tenant).stream()
                .filter(key -> key.id().equals(keyId))
                .findFirst();
    }

    private ResourceRef current(Caller caller, KeyUse use) {
        return resource(currentId(caller, use));
    }

    /** The key that signs now, else the use itself: a tenant from before logs were has no log key yet. */
    private String currentId(Caller caller, KeyUse use) {
        return lifecycle.keys(caller.tenant()).stream()
                .filter(key -> key.use() == use && key.state() == KeyState.CURRENT)
                .map(ListedKey::id)
                .findFirst()
                .orElse(use.wire());
    }

    private static ResourceRef resource(String keyId) {
        return ResourceRef.of("Key", keyId);
    }
}
