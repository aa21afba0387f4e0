package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceBundleTest {

    @TempDir
    Path folder;

    private final TestBundle bundle = new TestBundle(3);

    private TestRun run(String... more) {
        return TestRun.of(folder, bundle.seal(), bundle.root, more);
    }

    @Test
    void saysValidAndHowFarForTheRightBundle() {
        TestRun run = run();
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.last())
                .isEqualTo("valid: signed - 3 receipts, 3 disclosures, log " + TestBundle.LOG + ", root "
                        + bundle.root.kid());
        assertThat(run.out()).contains("3 of 3 verified").doesNotContain("FAIL");
    }

    @Test
    void answersProgramsWithOneJsonObject() throws IOException {
        JsonNode answer = new ObjectMapper().readTree(run("--json").out());
        assertThat(answer.get("verdict").asText()).isEqualTo("valid");
        assertThat(answer.get("level").asText()).isEqualTo("signed");
        assertThat(answer.get("root").asText()).isEqualTo(bundle.root.kid());
        assertThat(answer.get("log").asText()).isEqualTo(TestBundle.LOG);
        assertThat(answer.get("counts").get("receiptsVerified").asInt()).isEqualTo(3);
        assertThat(answer.get("failures")).isEmpty();
    }

    @Test
    void takesABundleWithoutAnyReceipt() {
        bundle.receipts.clear();
        assertThat(run().exit()).isZero();
    }

    @Test
    void doesNotMissWithheldDisclosures() {
        bundle.receipts.replaceAll(receipt -> receipt.disclosing(List.of()));
        TestRun run = run();
        assertThat(run.exit()).isZero();
        assertThat(run.last()).contains("0 disclosures");
    }

    @Test
    void takesReceiptsInUrlSafeBase64() {
        byte[] payload = TestBundle.canonical(TestReceipt.payload(TestBundle.LOG, "2026-03-05T00:00:00Z"));
        String envelope = new String(
                TestBundle.envelope(bundle.key, bundle.key.kid(), TestBundle.IN_TOTO, payload), StandardCharsets.UTF_8);
        // The media type holds '/' and '+' of its own, which stay.
        String urlSafe = envelope.replace("application/vnd.in-toto+json", "TYPE")
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "")
                .replace("TYPE", "application/vnd.in-toto+json");
        bundle.extra.put("data/receipts/" + TestBundle.id(payload) + ".dsse.json", TestBundle.utf8(urlSafe));
        bundle.claimedReceipts = 4;
        TestRun run = run();
        assertThat(run.exit()).as(run.out()).isZero();
    }

    @Test
    void isSelfAssertedWithoutATrustRoot() {
        String path = TestRun.write(folder, "b.zip", bundle.seal()).toString();
        TestRun run = TestRun.of(path);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.last()).startsWith("self-asserted: ");
        assertThat(run.out()).doesNotContain("valid: ").doesNotContain("level  ");
    }

    @Test
    void namesTheMissingProofsWhereInclusionIsRequired() {
        TestRun run = run("--require", "included");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "level included is required, signed is reached: the bundle carries no checkpoint, or none that holds")
                .contains("level        signed");
        assertThat(run("--require", "anchored").exit()).isEqualTo(1);
        assertThat(run("--require", "signed").exit()).isZero();
    }

    @Test
    void doesNotClaimToExtendAnOlderCheckpoint() {
        String old =
                TestRun.write(folder, "old", TestBundle.utf8("origin\n1\n")).toString();
        TestRun run = run("--checkpoint", old);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAIL  consistency  old: the bundle is not shown to extend this older checkpoint");
    }

    @Test
    void refusesProofsWithoutACheckpoint() {
        String id =
                TestBundle.id(TestBundle.canonical(bundle.receipts.getFirst().payload()));
        bundle.extra.put("data/proofs/" + id + ".tlog-proof", TestBundle.utf8("c2sp.org/tlog-proof@v1\n"));
        TestRun run = run();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("not checked, since there is no checkpoint to check it with");
    }

    @Test
    void explainsItselfAndRefusesWrongArguments() {
        String path = TestRun.write(folder, "b.zip", bundle.seal()).toString();
        assertThat(TestRun.of("--help").exit()).isZero();
        assertThat(TestRun.of("--help").out()).contains("--trust-root");
        for (String[] wrong : new String[][] {
            {},
            {path, path},
            {path, "--trust-root"},
            {path, "--require", "everything"},
            {path, "--fast"},
            {path, "--json", "--json"},
            {path, "--trust-root", folder.resolve("absent").toString()},
            {path, "--checkpoint", folder.resolve("absent").toString()},
            {folder.resolve("absent.zip").toString()},
            {folder.toString()}
        }) {
            TestRun run = TestRun.of(wrong);
            assertThat(run.exit()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(run.err()).isNotBlank();
        }
    }

    @Test
    void refusesATrustRootThatIsNotOne() {
        String path = TestRun.write(folder, "b.zip", bundle.seal()).toString();
        String right = bundle.root.rootJwk();
        for (String wrong : new String[] {
            "",
            "{",
            "[]",
            right.replace("Ed25519", "X25519"),
            right.replace("\"kid\":\"", "\"kid\":\"A"),
            right.replace("}", ",\"d\":\"AA\"}"),
            right.replace("}", ",\"x\":\"AA\"}")
        }) {
            String root =
                    TestRun.write(folder, "wrong.jwk", TestBundle.utf8(wrong)).toString();
            TestRun run = TestRun.of(path, "--trust-root", root);
            assertThat(run.exit()).as(wrong).isEqualTo(1);
            assertThat(run.last()).startsWith("invalid: ");
            assertThat(run.out()).contains("FAIL  trust-root");
        }
    }
}
