package io.switchboard.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeyLifecycleTest {

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
    void signsWithTheNewKeyFromTheMomentOfTheRotation() {
        DsseEnvelope before = sign();
        ListedKey made = rotate(DAY).key();
        DsseEnvelope after = sign();
        assertThat(after.keyId()).isEqualTo(made.id()).isNotEqualTo(before.keyId());
        assertThat(made.window()).isEqualTo(KeyWindow.openFrom(Instant.parse("2026-03-01T10:00:00Z")));
        assertThat(made.state()).isEqualTo(KeyState.CURRENT);
    }

    @Test
    void whatTheOldKeySignedVerifiesForEver() {
        DsseEnvelope before = sign();
        rotate(DAY);
        clock.pass(Duration.ofDays(400));
        rotate(DAY);
        assertThat(kit.ring().verifies(tenant, before, START)).isTrue();
    }

    @Test
    void theOldKeyIsRefusedForATimeBehindTheOverlap() {
        DsseEnvelope before = sign();
        rotate(DAY);
        Instant end = Instant.parse("2026-03-02T10:00:00Z");
        assertThat(kit.ring().verifies(tenant, before, end.minusMillis(1))).isTrue();
        assertThat(kit.ring().verifies(tenant, before, end)).isFalse();
    }

    @Test
    void theNewKeyIsRefusedForATimeBeforeIt() {
        clock.pass(DAY.value());
        rotate(DAY);
        assertThat(kit.ring().verifies(tenant, sign(), START)).isFalse();
    }

    @Test
    void neverLengthensAWindowThatEndsAlready() {
        String first = sign().keyId();
        rotate(DAY);
        rotate(new Overlap(Duration.ofDays(30)));
        assertThat(listed(first).window().until()).contains(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void twoRotationsInOneSecondHaveAnOrder() {
        rotate(DAY);
        ListedKey second = rotate(DAY).key();
        assertThat(sign().keyId()).isEqualTo(second.id());
        assertThat(second.generation()).isEqualTo(3);
    }

    @Test
    void signsWithTheOldKeyWhereTheClockHasJumpedBackBehindTheNewOne() {
        String first = sign().keyId();
        clock.pass(DAY.value());
        rotate(DAY);
        clock.pass(Duration.ofHours(-1));
        DsseEnvelope envelope = sign();
        assertThat(envelope.keyId()).isEqualTo(first);
        assertThat(kit.ring().verifies(tenant, envelope, clock.instant())).isTrue();
    }

    @Test
    void aRotationAfterAJumpBackStillTakesOver() {
        clock.pass(Duration.ofHours(-1));
        ListedKey made = rotate(DAY).key();
        assertThat(sign().keyId()).isEqualTo(made.id());
        assertThat(list(KeyUse.RECEIPT))
                .allSatisfy(key -> assertThat(key.window().until().orElse(Instant.MAX))
                        .isAfter(key.window().from()));
    }

    @Test
    void rotatesTheKeysOfLogAndDocumentsLikewise() {
        String log = kit.ring().logKey(tenant).keyId();
        var document = kit.ring().documentCertificates(tenant);
        kit.lifecycle().rotate(tenant, KeyUse.LOG, DAY, "Globex");
        kit.lifecycle().rotate(tenant, KeyUse.DOCUMENT, DAY, "Globex Ltd");
        assertThat(kit.ring().logKey(tenant).keyId()).isNotEqualTo(log);
        assertThat(kit.ring().documentCertificates(tenant)).isNotEqualTo(document);
        assertThat(kit.ring()
                        .documentSigner(tenant)
                        .chain()
                        .getFirst()
                        .getSubjectX500Principal()
                        .getName())
                .endsWith("O=Globex Ltd");
    }

    @Test
    void noOverlapIsTooShortOrTooLong() {
        assertThat(List.of(Duration.ZERO, Duration.ofSeconds(59), Duration.ofDays(91), Duration.ofDays(-1)))
                .noneMatch(Overlap::isValid)
                .allSatisfy(value -> assertThatIllegalArgumentException().isThrownBy(() -> new Overlap(value)));
    }

    @Test
    void refusesToRetireTheKeyThatSigns() {
        KeyChange refused = kit.lifecycle().retire(tenant, sign().keyId());
        assertThat(code(refused)).isEqualTo("key-signs");
        assertThat(((KeyChange.Refused) refused).sentence()).contains("Rotate first");
    }

    @Test
    void retiresAnOldKeyFromNowOn() {
        String first = sign().keyId();
        rotate(DAY);
        Instant later = clock.pass(Duration.ofHours(2));
        kit.lifecycle().retire(tenant, first);
        assertThat(listed(first).window().until()).contains(Instant.parse("2026-03-01T12:00:01Z"));
        clock.pass(Duration.ofSeconds(1));
        assertThat(listed(first).state()).isEqualTo(KeyState.RETIRED);
        assertThat(kit.ring().verifies(tenant, forged(first), later.plusSeconds(1)))
                .isFalse();
        assertThat(kit.ring().verifies(tenant, forged(first), START)).isTrue();
    }

    @Test
    void givesTheClocksOfOtherNodesAMinuteWhereAKeyIsRetiredAtOnce() {
        String first = sign().keyId();
        rotate(DAY);
        kit.lifecycle().retire(tenant, first);
        assertThat(listed(first).window().until()).contains(Instant.parse("2026-03-01T10:01:00Z"));
    }

    @Test
    void refusesToRetireWhatHasEnded() {
        String first = sign().keyId();
        rotate(Overlap.LEAST);
        assertThat(code(kit.lifecycle().retire(tenant, first))).isEqualTo("key-has-ended");
        clock.pass(DAY.value());
        assertThat(code(kit.lifecycle().retire(tenant, first))).isEqualTo("key-has-ended");
    }

    @Test
    void anotherTenantsKeyIsNotFound() {
        TenantId other = TenantId.random();
        kit.ring().establish(other, LogId.random(), "Initech");
        String theirs =
                kit.ring().sign(other, KeyUse.RECEIPT, "text/plain", MESSAGE).keyId();
        kit.lifecycle().rotate(other, KeyUse.RECEIPT, DAY, "Initech");
        assertThat(kit.lifecycle().retire(tenant, theirs))
                .isEqualTo(kit.lifecycle().retire(tenant, "no-key"));
        assertThat(code(kit.lifecycle().retire(tenant, theirs))).isEqualTo("no-such-key");
        assertThat(kit.lifecycle().keys(tenant)).noneMatch(key -> key.id().equals(theirs));
    }

    @Test
    void publishesEachChangeWithTheWindows() {
        String first = sign().keyId();
        KeyChange.Done done = rotate(DAY);
        JsonNode set = newestSet();
        assertThat(set.get("version").asLong()).isEqualTo(done.keySet());
        assertThat(published(set, first).get("exp").asLong())
                .isEqualTo(Instant.parse("2026-03-02T10:00:00Z").getEpochSecond());
        assertThat(published(set, done.key().id()).get("nbf").asLong())
                .isEqualTo(Instant.parse("2026-03-01T10:00:00Z").getEpochSecond());
    }

    @Test
    void rotationsAtOnceMakeOneChainOfKeysAndOneOfKeySets() {
        List<CompletableFuture<Void>> rotations = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> rotate(DAY)))
                .toList();
        rotations.forEach(CompletableFuture::join);
        assertThat(list(KeyUse.RECEIPT)).extracting(ListedKey::generation).containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(list(KeyUse.RECEIPT))
                .filteredOn(key -> key.window().until().isEmpty())
                .hasSize(1);
        assertThat(brokenLinks()).isEmpty();
    }

    @Test
    void aTransactionThatBeganBeforeARetirementSignsWithTheKeyThatFollows() {
        String first = sign().keyId();
        var signed = new TransactionTemplate(kit.transactions()).execute(_ -> {
            kit.lifecycle().keys(tenant); // its snapshot is from now on
            CompletableFuture.runAsync(() -> {
                        rotate(DAY);
                        clock.pass(Duration.ofHours(1));
                        kit.lifecycle().retire(tenant, first);
                    })
                    .join();
            clock.pass(Duration.ofHours(1));
            return sign();
        });
        assertThat(Objects.requireNonNull(signed).keyId()).isNotEqualTo(first);
        assertThat(kit.ring().verifies(tenant, signed, clock.instant())).isTrue();
    }

    @Test
    void aRotationWaitsForASignatureThatIsNotYetCommitted() {
        var rotated = new AtomicReference<>(new CompletableFuture<KeyChange.Done>());
        new TransactionTemplate(kit.transactions()).executeWithoutResult(_ -> {
            sign();
            rotated.set(CompletableFuture.supplyAsync(() -> rotate(DAY)));
            waitForALock();
            assertThat(rotated.get()).isNotDone();
        });
        assertThat(rotated.get().join().key().generation()).isEqualTo(2);
    }

    @Test
    void leavesNoTraceWhereTheCallerRollsBack() {
        byte[] before = kit.ring().keySetEnvelope();
        new TransactionTemplate(kit.transactions()).executeWithoutResult(status -> {
            rotate(DAY);
            status.setRollbackOnly();
        });
        assertThat(kit.ring().keySetEnvelope()).isEqualTo(before);
        assertThat(list(KeyUse.RECEIPT)).hasSize(1);
    }

    @Test
    void noLogOrDocumentKeySignsAnEnvelope() {
        for (KeyUse use : List.of(KeyUse.LOG, KeyUse.DOCUMENT)) {
            assertThatIllegalArgumentException().isThrownBy(() -> kit.ring().sign(tenant, use, "text/plain", MESSAGE));
        }
    }

    private static void waitForALock() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        String waiting = "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
        while (JdbcClient.create(database).sql(waiting).query(Long.class).single() == 0) {
            assertThat(System.nanoTime()).as("the rotation never waited").isLessThan(deadline);
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(200)); // the server answers from a cache while it is asked more often
        }
    }

    private KeyChange.Done rotate(Overlap overlap) {
        return kit.lifecycle().rotate(tenant, KeyUse.RECEIPT, overlap, "Globex");
    }

    private DsseEnvelope sign() {
        return kit.ring().sign(tenant, KeyUse.RECEIPT, "text/plain", MESSAGE);
    }

    /** What somebody signs who has got hold of the private key. */
    private DsseEnvelope forged(String keyId) {
        TenantKey key = new TenantKeys(kit.jdbc()).find(tenant, keyId).orElseThrow();
        byte[] privateKey = kit.box().open(key.context(), key.sealedPrivate());
        byte[] message = DsseEnvelope.preAuthentication("text/plain", MESSAGE);
        return new DsseEnvelope("text/plain", MESSAGE, keyId, Ed25519.sign(privateKey, message));
    }

    private List<ListedKey> list(KeyUse use) {
        return kit.lifecycle().keys(tenant).stream()
                .filter(key -> key.use() == use)
                .toList();
    }

    private ListedKey listed(String id) {
        return kit.lifecycle().keys(tenant).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String code(KeyChange change) {
        return ((KeyChange.Refused) change).code();
    }

    private JsonNode newestSet() {
        return payload(kit.ring().keySetEnvelope());
    }

    private static JsonNode published(JsonNode set, String id) {
        return StreamSupport.stream(set.get("keys").spliterator(), false)
                .filter(key -> key.get("kid").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Versions whose {@code previous} is not the digest of the one before. */
    private List<Integer> brokenLinks() {
        List<byte[]> envelopes = kit.jdbc()
                .sql("SELECT envelope FROM key_set ORDER BY version")
                .query((row, _) -> row.getBytes(1))
                .list();
        return IntStream.range(1, envelopes.size())
                .filter(i -> !payload(envelopes.get(i))
                        .get("previous")
                        .asString()
                        .equals(Sha256.of(bytes(envelopes.get(i - 1))).hex()))
                .boxed()
                .toList();
    }

    private static JsonNode payload(byte[] envelope) {
        return JsonMapper.shared().readTree(bytes(envelope));
    }

    private static byte[] bytes(byte[] envelope) {
        return Base64.getDecoder()
                .decode(JsonMapper.shared().readTree(envelope).get("payload").asString());
    }
}
