package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PackClaimsModuleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");
    private static final ReceiptId RECEIPT = ReceiptId.of("a purge".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private final PackRows rows = new PackRows(JdbcClient.create(TestDatabase.migrated("assurance")));
    private final Tenant tenant = new Tenant(
            TenantId.random(),
            new Slug("acme"),
            Plan.PRO,
            LogId.random(),
            new TenantSettings("Acme", "#1f5eff", Optional.empty(), 365),
            0,
            NOW);

    @Test
    void withoutAPurgeDeletionIsNotProvenAndSaysWhy() {
        var claim = only(new ProvableDeletion(List.of()), NOW);
        assertThat(claim.verdict()).isEqualTo("not proven");
        assertThat(claim.finding()).startsWith("Nothing was purged yet");
        assertThat(claim.lastHeld()).isEmpty();
    }

    @Test
    void whatIsOlderThanItsShelfLifeAgesOutAndStillSaysWhenItLastHeld() {
        var at = NOW.minus(Duration.ofDays(30));
        var check = new ProvableDeletion(List.of(_ -> Optional.of(purge(at, true))));
        assertThat(only(check, NOW).verdict()).isEqualTo("holds");
        var later = only(check, NOW.plus(Duration.ofDays(6)));
        assertThat(later.verdict()).isEqualTo("not proven");
        assertThat(later.finding())
                .startsWith("Aged out: it is older than 35 days.")
                .contains("Three rows.");
        assertThat(later.lastHeld()).contains(at);
        assertThat(later.history()).hasSize(1);
        assertThat(later.history().getFirst().holds()).isTrue();
    }

    @Test
    void aPurgeWhoseManifestNamesWhatIsStillThereIsNotProven() {
        var claim = only(new ProvableDeletion(List.of(_ -> Optional.of(purge(NOW, false)))), NOW);
        assertThat(claim.holds()).isFalse();
        assertThat(claim.artifacts()).extracting(Artifact::digest).containsExactly(Optional.of(Sha256.of("manifest")));
    }

    @Test
    void aCommandNamesTheAddressThatPeopleUse() {
        assertThat(only(new ProvableDeletion(List.of()), NOW).command())
                .contains("curl -sO https://portal.example/.well-known/")
                .doesNotContain("PORTAL");
    }

    @Test
    void aCheckThatBreaksOffProvesNothingAndItsMessageStaysInside() {
        var claim = only(
                new ProvableDeletion(List.of(_ -> {
                    throw new IllegalStateException("secret of a row");
                })),
                NOW);
        assertThat(claim.holds()).isFalse();
        assertThat(claim.finding()).contains("IllegalStateException").doesNotContain("secret");
    }

    @Test
    void aClaimMadeOfTwoChecksHoldsOnlyIfBothDo() {
        var check = new FromPosture("both", "Both", Duration.ofDays(8), "true", List.of("one", "two"), List::of);
        assertThat(check.check(tenant, List.of(posture("one", true), posture("two", true)), NOW)
                        .holds())
                .isTrue();
        assertThat(check.check(tenant, List.of(posture("one", true), posture("two", false)), NOW)
                        .holds())
                .isFalse();
        assertThat(check.check(tenant, List.of(posture("one", true)), NOW).holds())
                .as("one of them is not checked any more")
                .isFalse();
    }

    private static PostureClaim posture(String id, boolean holds) {
        return new PostureClaim(
                id,
                "Claim " + id,
                holds ? Verdict.HOLDS : Verdict.NOT_PROVEN,
                "Found.",
                java.util.Map.of(),
                "So.",
                NOW,
                Optional.of(Sha256.of(id)));
    }

    private static DeletionProof.Purge purge(Instant at, boolean absent) {
        return new DeletionProof.Purge(at, absent, "Three rows.", Sha256.of("manifest"), RECEIPT);
    }

    private PackClaim only(PackCheck check, Instant now) {
        var posture = new PostureClaims(List.of(), Clock.fixed(now, ZoneOffset.UTC));
        return new PackClaims(List.of(check), posture, rows, "https://portal.example")
                .of(tenant, now)
                .claims()
                .getFirst();
    }
}
