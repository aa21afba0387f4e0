package io.switchboard.insight.assurance;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the latest purge named in its signed manifest is gone. */
record ProvableDeletion(List<DeletionProof> proofs) implements PackCheck {

    @Override
    public String id() {
        return "provable-deletion";
    }

    @Override
    public String title() {
        return "What was deleted is provably gone";
    }

    @Override
    public Duration shelfLife() {
        return PackConfiguration.DONE;
    }

    @Override
    public String command() {
        return PackConfiguration.VERIFY;
    }

    @Override
    public Found check(Tenant tenant, List<PostureClaim> posture, Instant now) {
        return proofs.stream()
                .flatMap(proof -> proof.latest(tenant.id()).stream())
                .findFirst()
                .map(ProvableDeletion::found)
                .orElseGet(
                        () -> Found.nothing(
                                "Nothing was purged yet, so nothing shows that a purge leaves its proof. The first purge does."));
    }

    private static Found found(DeletionProof.Purge purge) {
        return new Found(
                purge.absent(),
                purge.words(),
                Optional.of(purge.at()),
                List.of(new Artifact(
                        "Purge manifest", "its receipt is " + purge.receipt(), Optional.of(purge.manifest()))),
                List.of());
    }
}
