package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.BundleOutcome;
import io.switchboard.control.receipts.BundleRequest;
import io.switchboard.control.receipts.EvidenceBundles;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Exporting evidence is itself governed: the receipt names the digest of the bundle that left the portal. */
@Service
public class EvidenceExports {

    static final ActionId EXPORT = new ActionId("receipts.export-evidence");

    private final EnforcementPoint enforcement;
    private final EvidenceBundles bundles;
    private final Tenants tenants;
    private final Clock clock;

    EvidenceExports(EnforcementPoint enforcement, EvidenceBundles bundles, Tenants tenants, Clock clock) {
        this.enforcement = enforcement;
        this.bundles = bundles;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The sealed bundle of receipts that occurred in {@code [from, to)}; it holds what was there before this export. */
    public Enforced<byte[]> export(Caller caller, Optional<Instant> from, Optional<Instant> to) {
        var bundle = ResourceRef.of("EvidenceBundle", caller.tenant().value());
        return enforcement.perform(GovernedAction.of(caller, EXPORT, bundle), () -> write(caller, from, to));
    }

    private Effect<byte[]> write(Caller caller, Optional<Instant> from, Optional<Instant> to) {
        var log = tenants.find(caller.tenant()).orElseThrow().log();
        var zip = new ByteArrayOutputStream();
        try {
            var outcome = bundles.write(
                    caller.tenant(), log, new BundleRequest(from, to, ReceiptFilter.ALL, clock.instant()), zip);
            return switch (outcome) {
                case BundleOutcome.Written written -> effect(caller, zip.toByteArray(), written);
                case BundleOutcome.TooLarge tooLarge -> throw new ChangeFailure("bundle-too-large", tooLarge.why());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Effect<byte[]> effect(Caller caller, byte[] zip, BundleOutcome.Written written) {
        return Effect.of(zip, new Subject("EvidenceBundle", caller.tenant().value(), Sha256.of(zip)))
                .withFacts(Map.of("receipts", (long) written.receipts(), "bytes", (long) zip.length));
    }
}
