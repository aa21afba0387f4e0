package io.switchboard.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.BundleOutcome;
import io.switchboard.control.receipts.BundleRequest;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.EvidenceBundles;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import io.switchboard.verify.OfflineVerifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the portal as it is put together: what an outsider finds after a purge. */
class PurgedEvidenceTest extends SignedInViewTest {

    @TempDir
    Path folder;

    @Test
    void anOutsiderVerifiesEveryReceiptWithoutItsValuesAndFindsTheManifest() throws IOException {
        var tenant = tenant();
        var receipt = bean(Receipts.class).append(draft(tenant));
        assertThat(files(bundle(tenant))).containsKey("data/disclosures/" + receipt.id() + ".json");
        bean(JdbcClient.class)
                .sql("UPDATE receipt_disclosure SET recorded_at = '2020-01-01' WHERE tenant_id = ?")
                .param(tenant.id().value())
                .update();

        var purge =
                ((Enforced.Done<Purge>) bean(Purges.class).purgeDue(tenant.id()).orElseThrow()).value();

        assertThat(purge.purged()).isEqualTo(2);
        var bundle = bundle(tenant);
        var files = files(bundle);
        assertThat(files)
                .containsKey("data/receipts/" + receipt.id() + ".dsse.json")
                .doesNotContainKey("data/disclosures/" + receipt.id() + ".json");
        var manifest = Objects.requireNonNull(files.get("data/documents/purge-" + purge.id() + ".dsse.json"));
        assertThat(Optional.of(Sha256.of(manifest))).isEqualTo(purge.manifest());
        var verified = OfflineVerifier.run(folder, bundle, bean(TrustRoot.class).jwk());
        assertThat(verified.output()).doesNotContain("FAILED");
        assertThat(verified.exit()).isZero();
    }

    private Tenant tenant() {
        var tenant = bean(Tenants.class)
                .register(
                        new Slug("purged-" + new Random().nextInt(100_000)),
                        Plan.PRO,
                        new TenantSettings("Purged", "#1f5eff", Optional.empty(), 365));
        bean(KeyRing.class).establish(tenant.id(), tenant.log(), tenant.log().value());
        bean(RetentionRows.class).looked(tenant.id(), bean(Clock.class).instant());
        return tenant;
    }

    private static ReceiptDraft draft(Tenant tenant) {
        return new ReceiptDraft(
                tenant.id(),
                Actor.system("test"),
                new ActionId("imports.commit"),
                Outcome.ALLOWED,
                Optional.empty(),
                CorrelationId.random(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of("name", "Maria", "reason", "It had to be."));
    }

    private byte[] bundle(Tenant tenant) throws IOException {
        var bundles = bean(EvidenceBundles.class);
        bundles.prepare(tenant.id());
        var out = new ByteArrayOutputStream();
        var request = new BundleRequest(
                BundleScope.EVERYTHING, ReceiptFilter.ALL, bean(Clock.class).instant());
        assertThat(bundles.write(tenant.id(), tenant.log(), request, out)).isInstanceOf(BundleOutcome.Written.class);
        return out.toByteArray();
    }

    private static Map<String, byte[]> files(byte[] bundle) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
