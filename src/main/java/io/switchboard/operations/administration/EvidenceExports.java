package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.BundleOutcome;
import io.switchboard.control.receipts.BundleRequest;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.EvidenceBundles;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

    /** The sealed bundle; it holds what was there before this export, brought into the log first as far as the log answers. */
    public Enforced<byte[]> export(Caller caller, BundleScope scope) {
        return export(caller, scope, UnaryOperator.identity());
    }

    /** With what becomes of the bundle in the same transaction. */
    <T> Enforced<T> export(Caller caller, BundleScope scope, Function<byte[], T> then) {
        var bundle = ResourceRef.of("EvidenceBundle", caller.tenant().value());
        bundles.prepare(caller.tenant());
        return enforcement.perform(GovernedAction.of(caller, EXPORT, bundle), () -> {
            var written = write(caller, scope);
            return written.withValue(then.apply(written.value()));
        });
    }

    private Effect<byte[]> write(Caller caller, BundleScope scope) {
        var log = tenants.find(caller.tenant()).orElseThrow().log();
        var zip = new ByteArrayOutputStream();
        var request = new BundleRequest(scope, ReceiptFilter.ALL, clock.instant());
        return switch (written(caller, log, request, zip)) {
            case BundleOutcome.Written written -> effect(caller, zip.toByteArray(), written);
            case BundleOutcome.TooLarge tooLarge -> throw new ChangeFailure("bundle-too-large", tooLarge.why());
            case BundleOutcome.LogAway away -> throw new ChangeFailure("log-away", away.why());
            case BundleOutcome.NoSuchTree none -> throw new ChangeFailure("no-such-tree", none.why());
        };
    }

    private BundleOutcome written(Caller caller, LogId log, BundleRequest request, OutputStream zip) {
        try {
            return bundles.write(caller.tenant(), log, request, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Effect<byte[]> effect(Caller caller, byte[] zip, BundleOutcome.Written written) {
        return Effect.of(zip, new Subject("EvidenceBundle", caller.tenant().value(), Sha256.of(zip)))
                .withFacts(Map.of(
                        "receipts", (long) written.receipts(),
                        "bytes", (long) zip.length,
                        "treeSize", written.treeSize()));
    }
}
