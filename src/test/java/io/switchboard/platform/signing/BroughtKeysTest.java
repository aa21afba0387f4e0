package io.switchboard.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class BroughtKeysTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00.5Z");
    private static final Overlap DAY = new Overlap(Duration.ofDays(1));
    private static final byte[] MESSAGE = "{}".getBytes(StandardCharsets.UTF_8);

    private static DataSource database;

    private final TenantId tenant = TenantId.random();
    private final SteppedClock clock = new SteppedClock(START);
    private SigningKit kit;

    @BeforeAll
    static void startDatabase() {
        database = TestDatabase.migrated("signing");
    }

    @BeforeEach
    void establishOneTenant() {
        for (String table : List.of("signing_key", "key_set", "trust_root")) {
            JdbcClient.create(database).sql("DELETE FROM " + table).update();
        }
        kit = SigningKit.on(database, clock);
        kit.ring().establish(tenant, LogId.random(), "Globex");
    }

    @Test
    void signsReceiptsWithTheKeyOfAJwk() {
        byte[] privateKey = Ed25519.newPrivateKey();
        ListedKey key = done(bring(TestKeyFiles.jwk(privateKey))).key();
        assertThat(key.id()).isEqualTo(Ed25519.thumbprint(Ed25519.publicKey(privateKey)));
        assertThat(key.use()).isEqualTo(KeyUse.RECEIPT);
        assertThat(key.origin()).isEqualTo(KeyOrigin.BROUGHT);
        assertSigns(key);
    }

    @Test
    void signsReceiptsWithTheKeyOfAPemOrAPkcs12() {
        KeyPair pair = TestKeyFiles.ed25519();
        assertSigns(done(bring(TestKeyFiles.pem(pair.getPrivate()))).key());
        KeyPair other = TestKeyFiles.ed25519();
        var file = TestKeyFiles.pkcs12(
                other.getPrivate(), "secret", TestKeyFiles.certificate(other, "Globex", START, DAY.value()));
        assertSigns(done(bring(file)).key());
    }

    private void assertSigns(ListedKey key) {
        DsseEnvelope envelope = kit.ring().sign(tenant, KeyUse.RECEIPT, "text/plain", MESSAGE);
        assertThat(envelope.keyId()).isEqualTo(key.id());
        assertThat(kit.ring().verifies(tenant, envelope, clock.instant())).isTrue();
    }

    @Test
    void signsDocumentsWithTheKeyOfAPkcs12UnderItsWholeChain() {
        KeyPair authority = EcDocumentKey.newPair();
        KeyPair signer = EcDocumentKey.newPair();
        var root = TestKeyFiles.certificate(authority, "Test CA", START, Duration.ofDays(500));
        var leaf = TestKeyFiles.certificate(signer, "Globex", authority, "Test CA", START, Duration.ofDays(100));
        ListedKey key = done(bring(TestKeyFiles.pkcs12(signer.getPrivate(), "secret", leaf, root)))
                .key();
        DocumentKey document = kit.ring().documentSigner(tenant);
        assertThat(key.use()).isEqualTo(KeyUse.DOCUMENT);
        assertThat(key.window().until()).contains(leaf.getNotAfter().toInstant());
        assertThat(document.chain()).containsExactly(leaf, root);
        assertThat(EcDocumentKey.verifies(leaf.getPublicKey(), MESSAGE, document.sign(MESSAGE)))
                .isTrue();
        assertThat(kit.ring().documentCertificates(tenant)).containsExactly(leaf, root);
        assertThat(published()).contains(TestKeyFiles.base64(leaf), TestKeyFiles.base64(root));
    }

    @Test
    void neverSignsTheLogWithAKeyThatWasBrought() {
        String log = kit.ring().logKey(tenant).keyId();
        bring(TestKeyFiles.jwk(Ed25519.newPrivateKey()));
        KeyPair document = EcDocumentKey.newPair();
        bring(TestKeyFiles.pkcs12(
                document.getPrivate(), "p", TestKeyFiles.certificate(document, "G", START, DAY.value())));
        assertThat(kit.ring().logKey(tenant).keyId()).isEqualTo(log);
        assertThat(kit.lifecycle().keys(tenant))
                .filteredOn(key -> key.use() == KeyUse.LOG)
                .allMatch(key -> key.origin() == KeyOrigin.GENERATED);
        assertThat(Stream.of(new BroughtKey.ForReceipts(Ed25519.newPrivateKey()), forDocuments(document))
                        .map(BroughtKey::use))
                .hasSameSizeAs(BroughtKey.class.getPermittedSubclasses())
                .doesNotContain(KeyUse.LOG);
    }

    private static BroughtKey forDocuments(KeyPair pair) {
        return new BroughtKey.ForDocuments(
                pair.getPrivate(), List.of(TestKeyFiles.certificate(pair, "G", START, DAY.value())));
    }

    @Test
    void keepsWhatTheOldKeySigned() {
        DsseEnvelope before = kit.ring().sign(tenant, KeyUse.RECEIPT, "text/plain", MESSAGE);
        bring(TestKeyFiles.jwk(Ed25519.newPrivateKey()));
        clock.pass(Duration.ofDays(30));
        assertThat(kit.ring().verifies(tenant, before, START)).isTrue();
        assertThat(kit.ring().verifies(tenant, before, clock.instant())).isFalse();
    }

    @Test
    void refusesAKeyThatAnybodyHasOrHad() {
        TenantId other = TenantId.random();
        kit.ring().establish(other, LogId.random(), "Initech");
        var file = TestKeyFiles.jwk(Ed25519.newPrivateKey());
        bring(file);
        assertThat(code(bring(file))).isEqualTo("key-in-use");
        kit.lifecycle().rotate(tenant, KeyUse.RECEIPT, Overlap.LEAST, "Globex");
        clock.pass(Duration.ofDays(1));
        assertThat(code(bring(file))).isEqualTo("key-in-use");
        assertThat(code(kit.lifecycle().bring(other, file, DAY))).isEqualTo("key-in-use");
    }

    @Test
    void refusesWhatIsNoPrivateEd25519Key() {
        byte[] key = Ed25519.newPrivateKey();
        String right = new String(TestKeyFiles.jwk(key).bytes(), StandardCharsets.UTF_8);
        assertThat(Stream.of(
                        right.replace("Ed25519", "X25519"),
                        right.replace("OKP", "EC"),
                        right.replaceFirst("\"d\":\"[^\"]+\",?", ""),
                        right.replaceFirst(
                                "\"x\":\"[^\"]+\"", "\"x\":\"" + Base64Url.encode(Ed25519.newPrivateKey()) + "\""),
                        right.replaceFirst("\"d\":\"", "\"d\":\"AAAA"),
                        right.replaceFirst("\"kty\"", "\"use\":\"enc\",\"kty\""),
                        right.replaceFirst("\\{", "{\"d\":\"AAAA\","),
                        "{\"keys\":[" + right + "]}",
                        right.substring(0, 40),
                        "{".repeat(40_000),
                        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
                        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                        "-----BEGIN PRIVATE KEY-----\nAA",
                        "-".repeat(1000),
                        "hello",
                        ""))
                .allSatisfy(
                        text -> assertRefused(new KeyFile(text.getBytes(StandardCharsets.UTF_8), Optional.empty())));
    }

    @Test
    void refusesPrivateKeysOfOtherKindsAndSaysWhich() {
        var ec = EcDocumentKey.newPair();
        assertThat(sentence(bring(TestKeyFiles.pem(ec.getPrivate())))).contains("as PKCS#12");
        var rsa = TestKeyFiles.rsa();
        assertThat(sentence(bring(TestKeyFiles.pkcs12(
                        rsa.getPrivate(), "p", TestKeyFiles.certificate(rsa, "G", START, DAY.value())))))
                .contains("a RSA key")
                .contains("P-256");
        var p384 = TestKeyFiles.ec("secp384r1");
        assertThat(sentence(bring(TestKeyFiles.pkcs12(
                        p384.getPrivate(), "p", TestKeyFiles.certificate(p384, "G", START, DAY.value())))))
                .contains("not on the curve P-256");
    }

    @Test
    void refusesAPkcs12WithoutOrWithAWrongPasswordAndNeverSaysIt() {
        KeyPair pair = TestKeyFiles.ed25519();
        var file = TestKeyFiles.pkcs12(
                pair.getPrivate(), "hunter2", TestKeyFiles.certificate(pair, "Globex", START, DAY.value()));
        assertThat(sentence(bring(new KeyFile(file.bytes(), Optional.empty())))).contains("needs its password");
        var wrong = new KeyFile(file.bytes(), Optional.of("wrong-one"));
        assertThat(sentence(bring(wrong))).contains("does not open").doesNotContain("wrong-one");
        assertThat(wrong + " " + file).doesNotContain("wrong-one").doesNotContain("hunter2");
    }

    @Test
    void refusesCertificatesThatAreNotOfNowOrNotOfTheKey() {
        KeyPair pair = EcDocumentKey.newPair();
        KeyPair other = EcDocumentKey.newPair();
        var ended = TestKeyFiles.certificate(pair, "G", START.minus(Duration.ofDays(9)), Duration.ofDays(8));
        var notYet = TestKeyFiles.certificate(pair, "G", START.plusSeconds(60), DAY.value());
        var foreign = TestKeyFiles.certificate(other, "G", START, DAY.value());
        assertThat(sentence(bring(TestKeyFiles.pkcs12(pair.getPrivate(), "p", ended))))
                .contains("does not include now");
        assertThat(sentence(bring(TestKeyFiles.pkcs12(pair.getPrivate(), "p", notYet))))
                .contains("does not include now");
        assertThat(sentence(bring(TestKeyFiles.pkcs12(pair.getPrivate(), "p", foreign))))
                .contains("does not belong");
    }

    @Test
    void refusesAPkcs12ThatAsksForTooMuchWork() {
        KeyPair pair = TestKeyFiles.ed25519();
        var file = TestKeyFiles.pkcs12(
                pair.getPrivate(), "p", 3_000_000, TestKeyFiles.certificate(pair, "Globex", START, DAY.value()));
        assertThat(sentence(bring(file))).contains("1000000 rounds");
    }

    @Test
    void refusesADamagedFileWithAReasonAndNeverWithAnException() {
        KeyPair pair = EcDocumentKey.newPair();
        byte[] right = TestKeyFiles.pkcs12(
                        pair.getPrivate(), "p", TestKeyFiles.certificate(pair, "G", START, DAY.value()))
                .bytes();
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged =
                    random.nextInt(4) == 0 ? Arrays.copyOf(right, random.nextInt(right.length)) : right.clone();
            if (damaged.length > 1) {
                damaged[1 + random.nextInt(damaged.length - 1)] ^= (byte) (1 + random.nextInt(255));
            }
            try {
                KeyFiles.read(new KeyFile(damaged, Optional.of("p")), clock.instant());
            } catch (UnusableKey problem) {
                assertThat(problem.sentence()).endsWith(".");
            }
        }
    }

    @Test
    void refusesAFileThatIsTooLargeUnread() {
        byte[] large = new byte[KeyFile.LARGEST + 1];
        Arrays.fill(large, (byte) '{');
        assertThat(sentence(bring(new KeyFile(large, Optional.empty())))).contains("49153 bytes");
    }

    @Test
    void sealsTheBroughtKeyAndPublishesItsPublicPartOnly() {
        byte[] privateKey = Ed25519.newPrivateKey();
        ListedKey key = done(bring(TestKeyFiles.jwk(privateKey))).key();
        TenantKey stored = new TenantKeys(kit.jdbc()).find(tenant, key.id()).orElseThrow();
        assertThat(kit.box().open(stored.context(), stored.sealedPrivate())).isEqualTo(privateKey);
        assertThat(new String(stored.sealedPrivate(), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(privateKey, StandardCharsets.ISO_8859_1));
        assertThat(published()).contains(key.id()).doesNotContain(Base64Url.encode(privateKey));
    }

    private void assertRefused(KeyFile file) {
        assertThat(code(bring(file))).isEqualTo("unusable-key");
        assertThat(sentence(bring(file))).endsWith(".");
    }

    private KeyChange bring(KeyFile file) {
        return kit.lifecycle().bring(tenant, file, DAY);
    }

    private static KeyChange.Done done(KeyChange change) {
        assertThat(change).isInstanceOf(KeyChange.Done.class);
        return (KeyChange.Done) change;
    }

    private static String code(KeyChange change) {
        return ((KeyChange.Refused) change).code();
    }

    private static String sentence(KeyChange change) {
        return ((KeyChange.Refused) change).sentence();
    }

    private String published() {
        byte[] payload = Base64.getDecoder()
                .decode(JsonMapper.shared()
                        .readTree(kit.ring().keySetEnvelope())
                        .get("payload")
                        .asString());
        return new String(payload, StandardCharsets.UTF_8);
    }
}
