package io.switchboard.control.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.anchoring.TestAuthority;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SigningKit;
import io.switchboard.verify.OfflineVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the portal writes, read by the verifier that outsiders have. */
class EvidenceBundlesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.5Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static DataSource database;
    private static ReceiptsKit kit;

    private final TenantId tenant = TenantId.random();
    private final LogId log = LogId.random();

    @TempDir
    Path folder;

    @BeforeAll
    static void startDatabase() {
        database = TestDatabase.migrated("signing", "receipts");
        kit = new ReceiptsKit(database, CLOCK, _ -> List.of(document()));
    }

    private static EvidenceDocument document() {
        byte[] twin = "{\"title\":\"Posture\"}".getBytes(StandardCharsets.UTF_8);
        return new EvidenceDocument("posture-one-pager", "%PDF-1.7 test".getBytes(StandardCharsets.UTF_8), twin);
    }

    @BeforeEach
    void establishKeys() {
        kit.signing.ring().establish(tenant, log, "Globex");
    }

    private Receipt append(TenantId whose) {
        return kit.receipts.append(ReceiptsKit.draft(whose, "imports.commit", Outcome.ALLOWED));
    }

    private static BundleRequest period(Optional<Instant> from, Optional<Instant> to) {
        return new BundleRequest(new BundleScope(from, to, Optional.empty(), SharedValues.ALL), ReceiptFilter.ALL, NOW);
    }

    private OfflineVerifier verify(byte[] bundle, String... more) {
        return OfflineVerifier.run(folder, bundle, kit.signing.root().jwk(), more);
    }

    @Test
    void anOutsiderFindsTheBundleValid() {
        Receipt first = append(tenant);
        kit.receipts.append(
                ReceiptsKit.childOf(first.id(), ReceiptsKit.draft(tenant, "imports.revert", Outcome.DENIED)));
        OfflineVerifier run = verify(kit.bundle(tenant, log, NOW));
        assertThat(run.output())
                .contains("valid: signed")
                .contains(kit.signing.root().fingerprint());
        assertThat(run.exit()).isZero();
    }

    @Test
    void carriesAProofOfEveryReceiptUnderTheCheckpoint() throws IOException {
        Receipt proven = append(tenant);
        kit.sequencer.advance(tenant);
        Receipt pending = append(tenant);
        byte[] bundle = kit.bundle(tenant, log, NOW);
        assertThat(paths(bundle))
                .contains("data/checkpoint", "data/proofs/" + proven.id() + ".tlog-proof")
                .doesNotContain("data/proofs/" + pending.id() + ".tlog-proof");
        assertThat(verify(bundle).exit()).isZero();
    }

    @Test
    void showsHowTheLogGrewSinceAnEarlierBundle() throws IOException {
        for (int i = 0; i < 3; i++) {
            append(tenant);
        }
        kit.sequencer.advance(tenant);
        append(tenant);
        kit.sequencer.advance(tenant);
        var since = new BundleRequest(BundleScope.EVERYTHING.since(3), ReceiptFilter.ALL, NOW);
        assertThat(paths(kit.bundle(tenant, log, since))).contains("data/consistency/3-4");
    }

    @Test
    void anOutsiderFindsEveryReceiptIncluded() throws IOException {
        append(tenant);
        append(tenant);
        kit.sequencer.advance(tenant);
        OfflineVerifier run = verify(kit.bundle(tenant, log, NOW), "--require", "included");
        assertThat(run.output()).contains("valid: included");
        assertThat(run.exit()).isZero();
    }

    @Test
    void anOutsiderFindsThatALaterBundleExtendsAnEarlierOne() throws IOException {
        append(tenant);
        kit.sequencer.advance(tenant);
        byte[] first = kit.bundle(tenant, log, NOW);
        append(tenant);
        append(tenant);
        kit.sequencer.advance(tenant);
        var since = new BundleRequest(BundleScope.EVERYTHING.since(1), ReceiptFilter.ALL, NOW);
        byte[] second = kit.bundle(tenant, log, since);
        String old = OfflineVerifier.file(folder, "first.zip", first);
        assertThat(verify(second, "--checkpoint", old).exit()).isZero();
        assertThat(verify(first, "--checkpoint", OfflineVerifier.file(folder, "second.zip", second))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void anOutsiderFindsTheLogAttestedByAnAuthorityThatTheyPin() throws IOException {
        try (var authority = new TestAuthority(Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC))) {
            kit.authority = Optional.of(authority);
            append(tenant);
            kit.sequencer.advance(tenant);
            kit.anchoring.attempt(tenant);
            append(tenant);
            kit.sequencer.advance(tenant);
            kit.anchoring.attempt(tenant);
            byte[] bundle = kit.bundle(tenant, log, NOW);
            String roots =
                    OfflineVerifier.file(folder, "tsa.pem", authority.rootPem().getBytes(StandardCharsets.US_ASCII));
            OfflineVerifier run = verify(bundle, "--require", "anchored", "--tsa-roots", roots);
            assertThat(run.output()).contains("valid: anchored");
            assertThat(run.exit()).isZero();
            assertThat(verify(bundle, "--require", "anchored").exit()).isEqualTo(1);
        } finally {
            kit.authority = Optional.empty();
        }
    }

    @Test
    void makesNoBundleSinceATreeThatNeverWas() throws IOException {
        append(tenant);
        kit.sequencer.advance(tenant);
        var since = new BundleRequest(BundleScope.EVERYTHING.since(2), ReceiptFilter.ALL, NOW);
        assertThat(kit.bundles.write(tenant, log, since, OutputStream.nullOutputStream()))
                .isInstanceOf(BundleOutcome.NoSuchTree.class);
    }

    @Test
    void withholdsValuesThatWereNotChosenAndTheirReceiptsVerifyAsBefore() throws IOException {
        Receipt receipt = append(tenant);
        var scope = BundleScope.EVERYTHING.sharing(SharedValues.only(Set.of("reason")));
        byte[] some = kit.bundle(tenant, log, new BundleRequest(scope, ReceiptFilter.ALL, NOW));
        byte[] none = kit.bundle(
                tenant,
                log,
                new BundleRequest(BundleScope.EVERYTHING.sharing(SharedValues.NONE), ReceiptFilter.ALL, NOW));
        assertThat(new String(content(some, "data/disclosures/" + receipt.id() + ".json"), StandardCharsets.UTF_8)
                        .split(","))
                .hasSize(1);
        assertThat(paths(none)).doesNotContain("data/disclosures/" + receipt.id() + ".json");
        assertThat(verify(some).exit()).isZero();
        assertThat(verify(none).exit()).isZero();
    }

    @Test
    void leavesTheDocumentsOutWhereTheyAreNotToBeSeenAndVerifiesAllTheSame() throws IOException {
        Receipt receipt = append(tenant);
        byte[] bundle = kit.bundle(
                tenant, log, new BundleRequest(BundleScope.EVERYTHING.withDocuments(false), ReceiptFilter.ALL, NOW));
        assertThat(paths(bundle))
                .contains("data/receipts/" + receipt.id() + ".dsse.json")
                .noneMatch(path -> path.startsWith("data/documents/"));
        assertThat(verify(bundle).exit()).isZero();
    }

    @Test
    void aBundleWithoutReceiptsIsValidToo() {
        assertThat(verify(kit.bundle(tenant, log, NOW)).exit()).isZero();
    }

    @Test
    void anyFlippedByteMakesItInvalid() {
        append(tenant);
        byte[] bundle = kit.bundle(tenant, log, NOW);
        for (int at = 0; at < bundle.length; at += 997) {
            byte[] changed = bundle.clone();
            changed[at] ^= 1;
            assertThat(verify(changed).exit()).as("byte " + at).isEqualTo(1);
        }
    }

    @Test
    void anotherPlatformsRootDoesNotVouchForIt() {
        append(tenant);
        DataSource elsewhere = TestDatabase.migrated("signing");
        byte[] otherRoot = SigningKit.on(elsewhere, CLOCK).root().jwk();
        OfflineVerifier run = OfflineVerifier.run(folder, kit.bundle(tenant, log, NOW), otherRoot);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).doesNotContain("valid: signed");
    }

    @Test
    void holdsTheTenantsOwnReceiptsOnly() throws IOException {
        TenantId other = TenantId.random();
        kit.signing.ring().establish(other, LogId.random(), "Initech");
        ReceiptId mine = append(tenant).id();
        ReceiptId theirs = append(other).id();
        assertThat(paths(kit.bundle(tenant, log, NOW)))
                .contains("data/receipts/" + mine + ".dsse.json", "data/disclosures/" + mine + ".json")
                .contains("data/documents/posture-one-pager.pdf", "data/documents/posture-one-pager.json")
                .noneMatch(path -> path.contains(theirs.value()));
    }

    @Test
    void holdsNothingFromOutsideThePeriod() throws IOException {
        append(tenant);
        var before = period(Optional.empty(), Optional.of(NOW));
        byte[] bundle = kit.bundle(tenant, log, before);
        assertThat(paths(bundle)).noneMatch(path -> path.startsWith("data/receipts/"));
        assertThat(verify(bundle).exit()).isZero();
    }

    @Test
    void takesBoundsFinerThanTheClocksAtTheirWord() throws IOException {
        append(tenant);
        var after = period(Optional.of(NOW.plusNanos(1)), Optional.empty());
        assertThat(paths(kit.bundle(tenant, log, after))).noneMatch(path -> path.startsWith("data/receipts/"));
        var until = period(Optional.of(NOW), Optional.of(NOW.plusNanos(1)));
        byte[] bundle = kit.bundle(tenant, log, until);
        assertThat(paths(bundle)).anyMatch(path -> path.startsWith("data/receipts/"));
        assertThat(verify(bundle).exit()).isZero();
    }

    @Test
    void staysValidAfterDisclosedValuesWereDestroyed() throws IOException {
        ReceiptId id = append(tenant).id();
        kit.disclosures.destroy(tenant, id);
        byte[] bundle = kit.bundle(tenant, log, NOW);
        assertThat(paths(bundle)).noneMatch(path -> path.startsWith("data/disclosures/"));
        assertThat(verify(bundle).exit()).isZero();
    }

    @Test
    void theSameContentIsTheSameBytes() {
        append(tenant);
        assertThat(kit.bundle(tenant, log, NOW)).isEqualTo(kit.bundle(tenant, log, NOW));
    }

    private static byte[] content(byte[] bundle, String path) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(path)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("no " + path);
    }

    private static List<String> paths(byte[] bundle) throws IOException {
        List<String> paths = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                paths.add(entry.getName());
            }
        }
        return paths;
    }
}
