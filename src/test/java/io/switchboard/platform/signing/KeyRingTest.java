package io.switchboard.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.5Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final byte[] MESSAGE = "{}".getBytes(StandardCharsets.UTF_8);

    private static DataSource database;

    private final TenantId tenant = TenantId.random();
    private SigningKit kit;

    @BeforeAll
    static void startDatabase() {
        database = TestDatabase.migrated("signing");
    }

    @BeforeEach
    void startEmpty() {
        for (String table : List.of("signing_key", "key_set", "trust_root")) {
            JdbcClient.create(database).sql("DELETE FROM " + table).update();
        }
        kit = SigningKit.on(database, CLOCK);
    }

    @Test
    void chainsEachKeySetToTheOneBefore() {
        byte[] first = payload(kit.ring().keySetEnvelope());
        kit.ring().establish(tenant, LogId.random(), "Globex");
        JsonNode second = json(payload(kit.ring().keySetEnvelope()));
        assertThat(json(first).get("previous").isNull()).isTrue();
        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("previous").asString()).isEqualTo(Sha256.of(first).hex());
        assertThat(second.get("keys").size()).isEqualTo(3);
    }

    @Test
    void establishesATenantOnceOnly() {
        kit.ring().establish(tenant, LogId.random(), "Globex");
        byte[] published = kit.ring().keySetEnvelope();
        kit.ring().establish(tenant, LogId.random(), "Globex");
        assertThat(kit.ring().keySetEnvelope()).isEqualTo(published);
    }

    @Test
    void signsWithTheTenantsOwnKey() {
        kit.ring().establish(tenant, LogId.random(), "Globex");
        TenantId other = TenantId.random();
        kit.ring().establish(other, LogId.random(), "Initech");
        DsseEnvelope envelope = kit.ring().sign(tenant, KeyUse.RECEIPT, "text/plain", MESSAGE);
        assertThat(kit.ring().verifies(tenant, envelope, NOW)).isTrue();
        assertThat(kit.ring().verifies(other, envelope, NOW)).isFalse();
        assertThat(kit.ring().verifies(tenant, envelope, NOW.minusSeconds(60))).isFalse();
    }

    @Test
    void signsForTheLogWithAKeyThatSignsNoReceipt() {
        kit.ring().establish(tenant, LogId.random(), "Globex");
        LogKey key = kit.ring().logKey(tenant);
        byte[] signature = key.sign().apply(MESSAGE);
        assertThat(Ed25519.verifies(key.publicKey(), MESSAGE, signature)).isTrue();
        assertThat(kit.ring().verifies(tenant, new DsseEnvelope("text/plain", MESSAGE, key.keyId(), signature), NOW))
                .isFalse();
    }

    @Test
    void makesALogKeyForATenantThatWasThereBeforeLogsWere() {
        kit.ring().establish(tenant, LogId.random(), "Globex");
        JdbcClient.create(database)
                .sql("DELETE FROM signing_key WHERE key_use = 'log' AND tenant_id = ?")
                .param(tenant.value())
                .update();
        LogKey made = kit.ring().logKey(tenant);
        assertThat(kit.ring().logKey(tenant).keyId()).isEqualTo(made.keyId());
        assertThat(new String(payload(kit.ring().keySetEnvelope()), StandardCharsets.UTF_8))
                .contains(made.keyId());
    }

    @Test
    void signsNothingForATenantWithoutKeys() {
        assertThatIllegalStateException()
                .isThrownBy(() -> kit.ring().sign(tenant, KeyUse.RECEIPT, "text/plain", MESSAGE));
    }

    @Test
    void forgetsKeysThatTheCallerRolledBack() {
        new TransactionTemplate(kit.transactions()).executeWithoutResult(status -> {
            kit.ring().establish(tenant, LogId.random(), "Globex");
            status.setRollbackOnly();
        });
        assertThat(kit.ring().log(tenant)).isEmpty();
    }

    @Test
    void twoNodesShareOneRoot() {
        MasterKey master = SigningKit.randomMasterKey();
        List<CompletableFuture<String>> nodes = List.of(node(master), node(master), node(master), node(master));
        assertThat(nodes.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    private static CompletableFuture<String> node(MasterKey master) {
        return CompletableFuture.supplyAsync(
                () -> SigningKit.on(database, CLOCK, master).root().fingerprint());
    }

    @Test
    void documentKeysSignUnderACertificateThatNamesTheOrganisation() throws Exception {
        kit.ring().establish(tenant, LogId.random(), "Globex, Ltd = \"x\"");
        DocumentKey key = kit.ring().documentSigner(tenant);
        var certificate = key.chain().getFirst();
        var check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(certificate);
        check.update(MESSAGE);
        assertThat(check.verify(key.sign(MESSAGE))).isTrue();
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).endsWith("O=Globex\\, Ltd \\= \\\"x\\\"");
    }

    @Test
    void keepsPrivateKeysSealed() {
        kit.ring().establish(tenant, LogId.random(), "Globex");
        TenantKey key =
                new TenantKeys(kit.jdbc()).current(tenant, KeyUse.RECEIPT, NOW).orElseThrow();
        byte[] opened = kit.box().open(key.context(), key.sealedPrivate());
        assertThat(Ed25519.publicKey(opened)).isEqualTo(key.publicKey());
        assertThat(latin1(key.sealedPrivate())).doesNotContain(latin1(opened));
        assertThat(latin1(payload(kit.ring().keySetEnvelope()))).doesNotContain("\"d\"");
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.builder().build().readTree(bytes);
    }

    private static byte[] payload(byte[] envelope) {
        return Base64.getDecoder().decode(json(envelope).get("payload").asString());
    }
}
