package io.switchboard.control.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.bundle.Bundle.DsseEnvelope;
import dev.sigstore.bundle.ImmutableDsseEnvelope;
import dev.sigstore.bundle.ImmutableSignature;
import io.switchboard.control.receipts.anchoring.TestAuthority;
import io.switchboard.journeys.Stranger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Software that is not ours checks what the portal really produced, and refuses it with one byte changed. */
class StrangersIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static PublishedEvidence evidence;

    @BeforeAll
    static void handOut() throws IOException {
        evidence = new PublishedEvidence(folder);
    }

    /** The raw key of that use, in base64url, out of the key set that the platform's root signed. */
    private static JsonNode key(String use) throws Exception {
        var payload =
                Sigstore.envelope(Files.readString(evidence.data("keys.json"))).getPayload();
        for (JsonNode key : JSON.readTree(payload).get("keys")) {
            if (key.get("switchboard_use").asString().equals(use)
                    && key.get("log").asString().equals(evidence.log.value())) {
                return key;
            }
        }
        throw new AssertionError("no " + use + " key of the log");
    }

    private static String x(String use) throws Exception {
        return key(use).get("x").asString();
    }

    @Nested
    class SigstoreAndInToto {

        private DsseEnvelope envelope(Path file) throws Exception {
            return Sigstore.envelope(Files.readString(file));
        }

        private List<Path> receipts() throws IOException {
            try (Stream<Path> files = Files.list(evidence.data("receipts"))) {
                return files.toList();
            }
        }

        @Test
        void findTheKeySetSignedByTheRoot() throws Exception {
            var root = JSON.readTree(Files.readAllBytes(folder.resolve("root.jwk")));
            var keys = envelope(evidence.data("keys.json"));
            assertThat(Sigstore.verifies(keys, Sigstore.key(root.get("x").asString())))
                    .isTrue();
            assertThat(Sigstore.verifies(keys, Sigstore.key(x("log")))).isFalse();
        }

        @Test
        void findEveryReceiptSignedByTheTenantsKey() throws Exception {
            PublicKey key = Sigstore.key(x("receipt"));
            assertThat(receipts()).hasSize(PublishedEvidence.SIZE);
            for (Path file : receipts()) {
                var receipt = envelope(file);
                assertThat(Sigstore.verifies(receipt, key)).as(file.toString()).isTrue();
            }
        }

        @Test
        void readAnInTotoStatementOutOfEveryReceipt() throws Exception {
            for (Path file : receipts()) {
                var receipt = envelope(file);
                assertThat(receipt.getPayloadType()).isEqualTo(dev.sigstore.dsse.InTotoPayload.PAYLOAD_TYPE);
                var statement = Sigstore.statement(receipt);
                assertThat(statement.getType()).isEqualTo("https://in-toto.io/Statement/v1");
                assertThat(statement.getPredicateType()).isEqualTo("https://switchboard.example/receipt/v1");
                assertThat(statement.getSubject())
                        .singleElement()
                        .satisfies(subject -> assertThat(subject.getDigest())
                                .hasEntrySatisfying(
                                        "sha256", digest -> assertThat(digest).hasSize(64)));
            }
        }

        @Test
        void findTheBundlesOwnStatementSigned() throws Exception {
            var bundle = envelope(evidence.data("bundle.dsse.json"));
            assertThat(Sigstore.verifies(bundle, Sigstore.key(x("receipt")))).isTrue();
            assertThat(Sigstore.statement(bundle).getSubject()).hasSizeGreaterThan(2 * PublishedEvidence.SIZE);
        }

        @Test
        void refuseAReceiptWithAFlippedBitAnywhere() throws Exception {
            PublicKey key = Sigstore.key(x("receipt"));
            var receipt = ImmutableDsseEnvelope.copyOf(envelope(receipts().getFirst()));
            for (var forged : forgeries(receipt)) {
                assertThat(Sigstore.verifies(forged, key)).isFalse();
            }
            assertThat(Sigstore.verifies(receipt, key)).isTrue();
            assertThat(Sigstore.verifies(receipt, Sigstore.key(x("log")))).isFalse();
        }

        private List<DsseEnvelope> forgeries(ImmutableDsseEnvelope receipt) {
            var forgeries = new ArrayList<DsseEnvelope>();
            for (int at = 0; at < receipt.getPayload().length; at++) {
                forgeries.add(receipt.withPayload(flipped(receipt.getPayload(), at)));
            }
            for (int at = 0; at < receipt.getSignature().length; at++) {
                var signature = flipped(receipt.getSignature(), at);
                forgeries.add(receipt.withSignatures(
                        ImmutableSignature.builder().sig(signature).build()));
            }
            forgeries.add(receipt.withPayloadType("application/vnd.in-toto+jsom"));
            return forgeries;
        }

        private static byte[] flipped(byte[] bytes, int at) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 1;
            return flipped;
        }
    }

    @Nested
    class GoSumdb {

        @TempDir
        @SuppressWarnings("NullAway.Init")
        static Path workshop;

        @BeforeAll
        static void build() throws IOException {
            Stranger.GO_SUMDB.require();
            try (InputStream source = StrangersIT.class.getResourceAsStream("stranger.go")) {
                Files.copy(Objects.requireNonNull(source), workshop.resolve("stranger.go"));
            }
            var build = ProgramRun.of(
                    workshop,
                    Map.of(
                            "GO111MODULE", "off",
                            "GOPATH", "/usr/share/gocode",
                            "GOPROXY", "off",
                            "GOFLAGS", "",
                            "GOCACHE", workshop.resolve("cache").toString()),
                    List.of("/usr/bin/go", "build", "-o", "stranger", "stranger.go"));
            assertThat(build.exit()).as(build.output()).isZero();
        }

        private ProgramRun stranger(String what, Object... files) throws Exception {
            var raw = Base64.getUrlDecoder().decode(x("log"));
            var command = new ArrayList<>(List.of(
                    workshop.resolve("stranger").toString(),
                    evidence.origin(),
                    Base64.getEncoder().encodeToString(raw),
                    what));
            Stream.of(files).map(Object::toString).forEach(command::add);
            return ProgramRun.of(folder, Map.of(), command);
        }

        private void accepts(String saying, String what, Object... files) throws Exception {
            var run = stranger(what, files);
            assertThat(run.exit()).as(run.output()).isZero();
            assertThat(run.output()).contains(saying);
        }

        private void refuses(String because, String what, Object... files) throws Exception {
            var run = stranger(what, files);
            assertThat(run.exit()).as(run.output()).isEqualTo(1);
            assertThat(run.output()).contains(because);
        }

        private final Path checkpoint = evidence.data("checkpoint");
        private final Path older = evidence.data("anchors/" + PublishedEvidence.OLDER + ".checkpoint");
        private final Path growth =
                evidence.data("consistency/" + PublishedEvidence.OLDER + "-" + PublishedEvidence.SIZE);

        @Test
        void opensTheSignedCheckpoint() throws Exception {
            accepts("signed: 600 ", "note", checkpoint);
            accepts("signed: 300 ", "note", older);
            accepts("signed: 600 ", "note", evidence.published().resolve("checkpoint"));
        }

        @Test
        void refusesACheckpointWithAFlippedBitAnywhere() throws Exception {
            // Of the last letter of the signature two bits count for nothing, and Go does not ask for them to be zero.
            int length = Files.readAllBytes(checkpoint).length - "A=\n".length();
            for (int at = 0; at < length; at++) {
                try (var _ = Altered.bit(checkpoint, at)) {
                    assertThat(stranger("note", checkpoint).exit())
                            .as("byte " + at)
                            .isEqualTo(1);
                }
            }
        }

        @Test
        void findsEveryReceiptIncluded() throws Exception {
            accepts("included: 600", "included", evidence.bundle());
        }

        @Test
        void refusesAReceiptThatIsNotTheOneInTheLog() throws Exception {
            try (var _ = Altered.bit(some("receipts"), 20)) {
                refuses("invalid transparency proof", "included", evidence.bundle());
            }
        }

        @Test
        void refusesAnAlteredInclusionProof() throws Exception {
            Path proof = some("proofs");
            int firstHash = Files.readString(proof).indexOf('\n', "c2sp.org/tlog-proof@v1\n".length()) + 1;
            try (var _ = Altered.letter(proof, firstHash)) {
                refuses("invalid transparency proof", "included", evidence.bundle());
            }
        }

        private Path some(String kind) throws IOException {
            try (Stream<Path> files = Files.list(evidence.data(kind))) {
                return files.sorted().findFirst().orElseThrow();
            }
        }

        @Test
        void findsThatTheLogOnlyGrew() throws Exception {
            accepts("extends: 300 600", "extends", older, checkpoint, growth);
        }

        @Test
        void refusesAnAlteredConsistencyProof() throws Exception {
            try (var _ = Altered.letter(growth, 0)) {
                refuses("invalid transparency proof", "extends", older, checkpoint, growth);
            }
        }

        @Test
        void refusesAnotherHistoryEvenWithAGoodSignature() throws Exception {
            var fork = evidence.fork(PublishedEvidence.OLDER);
            accepts("signed: 300 ", "note", fork);
            refuses("invalid transparency proof", "extends", fork, checkpoint, growth);
        }

        @Test
        void readsTheWholeLogFromItsTiles() throws Exception {
            accepts("tiles: 600", "tiles", checkpoint, evidence.published());
        }

        @Test
        void refusesAFlippedBitInATileOrAnEntry() throws Exception {
            refusesTile("tile/8/0/000 is not of these entries", "tile/0/000", 31);
            refusesTile("tile/8/0/002.p/88 is not of these entries", "tile/0/002.p/88", -1);
            refusesTile("tile/8/1/000.p/2 is not of these entries", "tile/1/000.p/2", 32);
            refusesTile("the entries lead to another root", "tile/entries/000", 2);
            refusesTile("the entries lead to another root", "tile/entries/002.p/88", -1);
        }

        private void refusesTile(String because, String tile, int at) throws Exception {
            try (var _ = Altered.bit(evidence.published().resolve(tile), at)) {
                refuses(because, "tiles", checkpoint, evidence.published());
            }
        }
    }

    @Nested
    class OpenSsl {

        @BeforeAll
        static void require() {
            Stranger.OPENSSL.require();
        }

        private final Path note = evidence.data("anchors/" + PublishedEvidence.OLDER + ".checkpoint");
        private final Path token = evidence.data("anchors/" + PublishedEvidence.OLDER + ".tsr");

        private ProgramRun verify(Path roots) {
            return ProgramRun.of(
                    folder,
                    Map.of(),
                    List.of(
                            "/usr/bin/openssl",
                            "ts",
                            "-verify",
                            "-data",
                            note.toString(),
                            "-in",
                            token.toString(),
                            "-CAfile",
                            roots.toString(),
                            "-attime",
                            String.valueOf(PublishedEvidence.NOW.getEpochSecond())));
        }

        private void refuses(String because) {
            var run = verify(folder.resolve("tsa.pem"));
            assertThat(run.exit()).as(run.output()).isNotZero();
            assertThat(run.output()).contains("Verification: FAILED").contains(because);
        }

        @Test
        void findsTheCheckpointTimestamped() {
            var run = verify(folder.resolve("tsa.pem"));
            assertThat(run.exit()).as(run.output()).isZero();
            assertThat(run.output()).contains("Verification: OK");
        }

        @Test
        void refusesAFlippedBitInTheCheckpoint() throws IOException {
            try (var _ = Altered.bit(note, 0)) {
                refuses("message imprint mismatch");
            }
        }

        @Test
        void refusesAFlippedBitInTheTimestamp() throws IOException {
            try (var _ = Altered.bit(token, -1)) {
                refuses("signature");
            }
        }

        @Test
        void refusesAnAuthorityOfAnotherRoot() throws IOException {
            try (var other = new TestAuthority(Clock.systemUTC())) {
                var roots = evidence.write("other.pem", other.rootPem().getBytes(StandardCharsets.US_ASCII));
                assertThat(verify(roots).exit()).isNotZero();
            }
        }
    }
}
