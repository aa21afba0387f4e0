package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.fsck.LogCheck;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A bundle made now is in order, and the log behind it was recomputed lately without a difference. */
final class OfflineEvidence implements PackCheck {

    private final BundleCheck bundles;
    private final LogCheck logs;

    OfflineEvidence(BundleCheck bundles, LogCheck logs) {
        this.bundles = bundles;
        this.logs = logs;
    }

    @Override
    public String id() {
        return "offline-verifiable";
    }

    @Override
    public String title() {
        return "Evidence is verified offline, by anybody";
    }

    @Override
    public Duration shelfLife() {
        return PackConfiguration.CHECKS;
    }

    @Override
    public String command() {
        return PackConfiguration.VERIFY;
    }

    @Override
    public Found check(Tenant tenant, List<PostureClaim> posture, Instant now) {
        var bundle = bundles.check(tenant, now);
        if (bundle.problem().isPresent()) {
            return Found.now(false, bundle.problem().get(), now, List.of());
        }
        var log = logs.latest(tenant.id());
        if (log.isEmpty()) {
            return Found.nothing(
                    "The log has not been recomputed yet. That happens daily by itself; “Check the log” on the page Log does it now.");
        }
        var checked = log.get();
        return new Found(
                checked.difference().isEmpty(),
                checked.difference()
                        .map(what -> "The log is not as it was signed. " + what)
                        .orElseGet(() -> "A bundle of the last day was made just now: all its "
                                + Words.number(bundle.files())
                                + " files, " + Words.receipts(bundle.receipts())
                                + " among them, have the digests that its signed statement names. The log was recomputed from "
                                + Words.count(checked.entries(), "entry", "entries") + " and led to each of "
                                + Words.count(checked.checkpoints(), "signed checkpoint", "signed checkpoints") + "."),
                Optional.of(checked.at()),
                List.of(new Artifact(
                        "Evidence bundle made for this check",
                        "not kept; export one on the page Trust, its receipt names its digest",
                        bundle.digest())),
                List.of());
    }
}
