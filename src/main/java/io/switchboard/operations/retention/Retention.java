package io.switchboard.operations.retention;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Sets how long records are kept, and holds them. Somebody who was slower than another is told; each change has its receipt with the difference. */
@Service
public class Retention {

    public static final ActionId SET = new ActionId("retention.set");
    public static final ActionId HOLD = new ActionId("retention.hold");
    public static final ActionId RELEASE = new ActionId("retention.release");

    public static final int LONGEST_REASON = 1000;

    private final EnforcementPoint enforcement;
    private final RetentionRows rows;
    private final List<PurgeableRecords> kinds;
    private final Tenants tenants;
    private final Clock clock;

    Retention(
            EnforcementPoint enforcement,
            RetentionRows rows,
            List<PurgeableRecords> kinds,
            Tenants tenants,
            Clock clock) {
        this.enforcement = enforcement;
        this.rows = rows;
        this.kinds = kinds;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Kinds by id, each with how long it is kept from now on, or nothing for the default; others stay. {@code version} is what a look at it said. */
    public Enforced<RetentionPolicy> set(Caller caller, Map<String, Optional<Keep>> wanted, int version) {
        return enforcement.perform(action(caller, SET), () -> {
            var before = current(caller, version);
            var tenant = tenant(caller);
            wanted.keySet().forEach(this::requireKnown);
            wanted.forEach((kind, keep) -> keep.ifPresentOrElse(
                    it -> rows.set(caller.tenant(), kind, it), () -> rows.unset(caller.tenant(), kind)));
            rows.changed(caller.tenant());
            var after = rows.of(caller.tenant());
            var difference = difference(before, after, tenant);
            require(!difference.isEmpty(), "no-change", "Everything is kept that long already. Choose another time.");
            return effect(caller, after, difference, Map.of());
        });
    }

    public Enforced<RetentionPolicy> hold(Caller caller, String reason, int version) {
        return enforcement.perform(action(caller, HOLD), () -> {
            var before = current(caller, version);
            requireReason(reason);
            require(before.hold().isEmpty(), "held-already", "A legal hold stands already. Lift it first.");
            rows.hold(
                    caller.tenant(),
                    new LegalHold(clock.instant().truncatedTo(ChronoUnit.MICROS), reason.strip(), caller.actor()));
            return effect(caller, rows.of(caller.tenant()), Map.of("hold", true), Map.of("reason", reason.strip()));
        });
    }

    public Enforced<RetentionPolicy> release(Caller caller, String reason, int version) {
        return enforcement.perform(action(caller, RELEASE), () -> {
            var before = current(caller, version);
            requireReason(reason);
            require(before.hold().isPresent(), "not-held", "No legal hold stands, so there is none to lift.");
            rows.release(caller.tenant());
            return effect(
                    caller,
                    rows.of(caller.tenant()),
                    Map.of(
                            "hold",
                            false,
                            "heldSince",
                            before.hold().orElseThrow().since().toString()),
                    Map.of("reason", reason.strip()));
        });
    }

    private RetentionPolicy current(Caller caller, int version) {
        var policy = rows.locked(caller.tenant());
        int now = policy.version(tenant(caller));
        require(
                now == version,
                "changed-meanwhile",
                "Somebody else changed how records are kept meanwhile: you saw version " + version + ", now it is "
                        + now + ". Look at it again.");
        return policy;
    }

    private Map<String, Object> difference(RetentionPolicy before, RetentionPolicy after, Tenant tenant) {
        var facts = new HashMap<String, Object>();
        for (var records : kinds) {
            var was = wire(before, records, tenant);
            var is = wire(after, records, tenant);
            if (!was.equals(is)) {
                facts.put(records.kind() + ".before", was);
                facts.put(records.kind() + ".after", is);
            }
        }
        return facts;
    }

    private static String wire(RetentionPolicy policy, PurgeableRecords records, Tenant tenant) {
        return policy.of(records, tenant).wire() + (policy.isSet(records.kind()) ? "" : "/default");
    }

    private void requireKnown(String kind) {
        require(
                kinds.stream().anyMatch(records -> records.kind().equals(kind)),
                "unknown-kind",
                "There is no kind of records “" + kind + "”. Choose one of "
                        + String.join(
                                ", ", kinds.stream().map(PurgeableRecords::kind).toList()) + ".");
    }

    private static void requireReason(String reason) {
        require(
                !reason.isBlank() && reason.length() <= LONGEST_REASON,
                "no-reason",
                "Say why, in 1 to " + LONGEST_REASON + " characters.");
    }

    private Tenant tenant(Caller caller) {
        return tenants.find(caller.tenant()).orElseThrow();
    }

    private Effect<RetentionPolicy> effect(
            Caller caller, RetentionPolicy after, Map<String, Object> facts, Map<String, String> disclosures) {
        var all = new HashMap<>(facts);
        int version = after.version(tenant(caller));
        all.put("version", (long) version);
        return Effect.of(
                        after,
                        Subject.atVersion(RetentionDesk.POLICY, caller.tenant().value(), version))
                .withFacts(all)
                .withDisclosures(disclosures);
    }

    private static GovernedAction action(Caller caller, ActionId action) {
        return GovernedAction.of(
                caller,
                action,
                ResourceRef.of(RetentionDesk.POLICY, caller.tenant().value()));
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
