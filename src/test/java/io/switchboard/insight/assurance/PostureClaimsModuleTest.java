package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The five claims on a real database: true figures, and every one of them falls when somebody tampers with what it is about. */
class PostureClaimsModuleTest {

    private static AssuranceKit kit;
    private static int number;

    private Tenant globex;

    @BeforeAll
    static void start() {
        kit = new AssuranceKit();
    }

    @AfterAll
    static void stop() {
        kit.close();
    }

    @BeforeEach
    void aTenantThatDidSomething() {
        globex = kit.tenant("globex-" + ++number, "Globex");
        configure("Globex Corporation");
        commitImport("pln_aaaaaaaaaaaaaaaa");
        refuse();
        globex = kit.again(globex);
    }

    private void configure(String name) {
        var version = kit.again(globex).version();
        var action = GovernedAction.of(
                kit.caller(globex, Role.PARTNER_ADMIN),
                new ActionId("administration.configure-tenant"),
                ResourceRef.of("Tenant", globex.id().value()));
        done(kit.enforcement().perform(action, () -> {
            var settings = new TenantSettings(name, "#0b7a5c", Optional.empty(), 365);
            kit.bean(Tenants.class).configure(globex.id(), settings, version);
            return Effect.of(name, new Subject("Tenant", globex.id().value(), Sha256.of(name)));
        }));
    }

    private void commitImport(String id) {
        var action = GovernedAction.of(
                kit.caller(globex, Role.PARTNER_ADMIN), new ActionId("imports.commit"), ResourceRef.of("Import", id));
        done(kit.enforcement().perform(action, () -> {
            storePlan(id);
            return Effect.of(id, new Subject("import", id, Sha256.of(id)));
        }));
    }

    private void storePlan(String id) {
        kit.jdbc()
                .sql("""
                        INSERT INTO import_plan (tenant_id, import_id, kind, status, file_name, source_digest, source_bytes, encoding,
                            mark_bytes, delimiter_char, mapping, ignored, notes, salt, actor_type, actor_id, actor_roles, created_at, expires_at)
                        VALUES (?, ?, 'identities', 'COMMITTED', 'people.csv', ?, 1, 'UTF-8', 0, ',', '{}', '[]', '[]', ?, 'USER', 'mem_x', '', ?, ?)""")
                .params(
                        globex.id().value(),
                        id,
                        Sha256.of(id).hex(),
                        new byte[32],
                        LocalDateTime.of(2026, 11, 21, 0, 0),
                        LocalDateTime.of(2026, 11, 22, 0, 0))
                .update();
    }

    private void refuse() {
        kit.enforcement()
                .perform(
                        GovernedAction.of(
                                kit.caller(globex, Role.OPERATOR),
                                new ActionId("imports.commit"),
                                ResourceRef.of("Import", "pln_bbbbbbbbbbbbbbbb")),
                        () -> {
                            throw new AssertionError("a refused change was asked for");
                        });
    }

    private static <T> void done(Enforced<T> ended) {
        assertThat(ended).isInstanceOf(Enforced.Done.class);
    }

    private List<PostureClaim> claims() {
        return kit.bean(PostureClaims.class).of(globex);
    }

    private PostureClaim claim(String id) {
        return claims().stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void sql(String statement) {
        assertThat(kit.jdbc().sql(statement).param(globex.id().value()).update())
                .isPositive();
    }

    @Test
    void allFiveHoldWithTrueFigures() {
        assertThat(claims())
                .extracting(PostureClaim::id)
                .containsExactly(
                        "decided-by-policy",
                        "signed-receipts",
                        "keys-vouched-for",
                        "tenants-kept-apart",
                        "no-change-around-policy");
        assertThat(claims()).allSatisfy(claim -> {
            assertThat(claim.verdict()).as(claim.finding()).isEqualTo(Verdict.HOLDS);
            assertThat(claim.checkedAt()).isEqualTo(AssuranceKit.NOW);
            assertThat(claim.evidence()).isPresent();
        });
        assertThat(claim("decided-by-policy").figures()).isEqualTo(Map.of("receipts", 3L, "decided", 3L, "days", 90L));
        assertThat(claim("signed-receipts").figures()).isEqualTo(Map.of("receipts", 3L, "checked", 3L, "verified", 3L));
        assertThat(claim("keys-vouched-for").figures())
                .containsEntry("keys", 3L)
                .containsEntry("valid", 3L);
        assertThat(claim("tenants-kept-apart").figures())
                .containsEntry("receipts", 3L)
                .containsEntry("ofOwnLog", 3L);
        assertThat(claim("no-change-around-policy").figures())
                .isEqualTo(Map.of(
                        "committedImports",
                        1L,
                        "importsWithReceipt",
                        1L,
                        "settingsChanges",
                        1L,
                        "settingsReceipts",
                        1L));
    }

    @Test
    void aDecisionThatWasDeletedIsNoticed() {
        sql("DELETE FROM policy_decision WHERE tenant_id = ? AND action = 'imports.commit' AND allowed");
        assertThat(claim("decided-by-policy").verdict()).isEqualTo(Verdict.NOT_PROVEN);
        assertThat(claim("decided-by-policy").finding())
                .startsWith("2 of 3 receipts")
                .contains("rcp_");
    }

    @Test
    void aDecisionThatWasTurnedRoundIsNoticed() {
        sql("UPDATE policy_decision SET allowed = NOT allowed WHERE tenant_id = ?");
        assertThat(claim("decided-by-policy").finding()).startsWith("0 of 3 receipts");
    }

    @Test
    void aDecisionUnderOtherPoliciesThanTheReceiptSaysIsNoticed() {
        sql("UPDATE policy_decision SET bundle_digest = REPEAT('0', 64) WHERE tenant_id = ?");
        assertThat(claim("decided-by-policy").verdict()).isEqualTo(Verdict.NOT_PROVEN);
    }

    @Test
    void aReceiptThatWasRewrittenIsNoticed() {
        sql(
                "UPDATE receipt SET payload = REPLACE(payload, 'denied', 'failed') WHERE tenant_id = ? AND outcome = 'denied'");
        assertThat(claim("signed-receipts").verdict()).isEqualTo(Verdict.NOT_PROVEN);
        assertThat(claim("signed-receipts").finding()).startsWith("2 of 3 receipts verify");
    }

    @Test
    void aReceiptThatIsNoReceiptMakesTheChecksThatReadItBreakOffAndNoOther() {
        sql("UPDATE receipt SET payload = 'secret' WHERE tenant_id = ? AND outcome = 'denied'");
        assertThat(claim("signed-receipts").verdict()).isEqualTo(Verdict.NOT_PROVEN);
        assertThat(claim("signed-receipts").finding())
                .contains("broke off (IllegalStateException)")
                .doesNotContain("secret");
        assertThat(claim("signed-receipts").evidence()).isEmpty();
        assertThat(claim("keys-vouched-for").verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aReceiptOfAnotherTenantsLogIsNoticed() {
        var other = kit.tenant("initech-" + number, "Initech");
        sql("UPDATE receipt SET tenant_id = '" + other.id() + "' WHERE tenant_id = ? AND outcome = 'denied'");
        globex = other;
        assertThat(claim("tenants-kept-apart").finding()).startsWith("1 of 1 receipts kept for this tenant");
        assertThat(claim("signed-receipts").verdict()).isEqualTo(Verdict.NOT_PROVEN);
    }

    @Test
    void anImportThatWasCommittedWithoutAReceiptIsNoticed() {
        storePlan("pln_cccccccccccccccc");
        assertThat(claim("no-change-around-policy").verdict()).isEqualTo(Verdict.NOT_PROVEN);
        assertThat(claim("no-change-around-policy").finding())
                .startsWith("1 of 2 committed imports")
                .contains("pln_cccccccccccccccc");
    }

    @Test
    void aChangeOfSettingsWithoutAReceiptIsNoticed() {
        sql("UPDATE tenant SET version = version + 1 WHERE tenant_id = ?");
        globex = kit.again(globex);
        assertThat(claim("no-change-around-policy").finding())
                .isEqualTo("The settings changed 2 times; there are receipts of 1 allowed change.");
    }

    @Test
    void whereNothingHappenedNothingIsProven() {
        globex = kit.tenant("platform-" + number, "Platform");
        assertThat(claims().stream()
                        .filter(claim -> claim.verdict() == Verdict.NOT_PROVEN)
                        .map(PostureClaim::id))
                .containsExactly("decided-by-policy", "signed-receipts", "no-change-around-policy");
    }

    @Test
    void anOutsiderRecomputesTheEvidenceFromTheBundlesManifest() throws Exception {
        var lines = new Lines();
        manifest(kit.bundle(globex)).stream()
                .filter(line -> line.contains("  data/receipts/"))
                .forEach(lines::add);
        var digest = Optional.of(lines.digest());
        assertThat(claim("decided-by-policy").evidence()).isEqualTo(digest);
        assertThat(claim("signed-receipts").evidence()).isEqualTo(digest);
    }

    private static List<String> manifest(byte[] bundle) throws Exception {
        try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("manifest-sha256.txt")) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .toList();
                }
            }
        }
        return new ArrayList<>();
    }
}
