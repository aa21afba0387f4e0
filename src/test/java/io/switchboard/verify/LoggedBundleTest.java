package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that carry the log's checkpoint and proofs, as they should. */
class LoggedBundleTest {

    @TempDir
    Path folder;

    private final TestBundle bundle = TestBundle.logged(3, 5);

    private TestRun run(String... more) {
        return TestRun.of(folder, bundle.seal(), bundle.root, more);
    }

    @Test
    void reachesIncludedWhereEveryReceiptIsProven() {
        TestRun run = run("--require", "included");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.last()).startsWith("valid: included - 3 receipts");
        assertThat(run.out())
                .contains("checkpoint   size 9 of portal.example/log/" + TestBundle.LOG)
                .contains("proofs       3 of 3 receipts are in the log");
    }

    @Test
    void tellsProgramsTheStateOfTheLog() throws IOException {
        JsonNode answer = new ObjectMapper().readTree(run("--json").out());
        assertThat(answer.get("level").asText()).isEqualTo("included");
        assertThat(answer.get("checkpoint").get("size").asInt()).isEqualTo(9);
        assertThat(answer.get("counts").get("receiptsIncluded").asInt()).isEqualTo(3);
        assertThat(answer.get("extends").isNull()).isTrue();
    }

    @Test
    void reachesIncludedInATreeOfAnySize() {
        for (int fillers = 0; fillers < 20; fillers++) {
            TestBundle one = TestBundle.logged(1, fillers);
            TestRun run = TestRun.of(folder, one.seal(), one.root, "--require", "included");
            assertThat(run.exit()).as("%d fillers: %s", fillers, run.out()).isZero();
        }
    }

    @Test
    void staysSignedWhereOneReceiptHasNoProofAndSaysSo() {
        bundle.absent.add("data/proofs/" + bundle.ids().getFirst() + ".tlog-proof");
        TestRun run = run();
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.last()).startsWith("valid: signed - ");
        assertThat(run("--require", "included").out())
                .contains(
                        "level included is required, signed is reached: 1 of 3 receipts are not shown to be in the log");
    }

    @Test
    void neverReachesAnchoredWithoutATimestamp() {
        TestRun run = run("--require", "anchored");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "level anchored is required, included is reached: the bundle carries no timestamp that holds");
    }

    @Test
    void ignoresSignatureLinesOfKeysThatItDoesNotKnow() {
        bundle.seal();
        String note = new String(bundle.checkpoint.orElseThrow(), StandardCharsets.UTF_8);
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        String witness = TestLog.line(new TestKey(), "witness.example", text);
        String sameName = TestLog.line(new TestKey(), bundle.log().origin, text);
        bundle.checkpoint = Optional.of(TestBundle.utf8(note + witness + sameName));
        assertThat(run("--require", "included").exit()).isZero();
    }

    @Test
    void takesOpaqueExtraDataInAProof() {
        bundle.seal();
        String path = "data/proofs/" + bundle.ids().getFirst() + ".tlog-proof";
        String proof = new String(bundle.file(path), StandardCharsets.UTF_8);
        bundle.extra.put(path, TestBundle.utf8(proof.replace("\nindex ", "\nextra AAEC\nindex ")));
        assertThat(run("--require", "included").exit()).isZero();
        bundle.extra.put(path, TestBundle.utf8(proof.replace("\nindex ", "\nextra AAEB*\nindex ")));
        assertThat(run().exit()).isEqualTo(1);
    }

    @Test
    void takesTheCheckpointOfAnEmptyLogWithNoReceipts() {
        TestBundle empty = TestBundle.logged(0, 0);
        empty.checkpoint = Optional.of(empty.log().note(0));
        assertThat(TestRun.of(folder, empty.seal(), empty.root).exit()).isZero();
    }

    @Test
    void believesAnEndedKeyOfWhatTheLogHolds() {
        var ended = new TestKey();
        bundle.jwks += "," + ended.jwk("receipt", TestBundle.LOG, ",\"exp\":1772582400"); // 2026-03-04
        bundle.receipts.replaceAll(receipt -> receipt.signedBy(ended));
        TestRun run = run("--require", "included");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("That 3 receipts are from before their key ended is known from their own word only");
    }
}
