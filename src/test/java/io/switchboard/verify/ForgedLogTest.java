package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles whose files are all sealed rightly, but whose log, proofs or keys are not what they pretend to be. */
class ForgedLogTest {

    private static final String BEFORE_MARCH_4 = ",\"exp\":1772582400";

    @TempDir
    Path folder;

    private final TestBundle bundle = TestBundle.logged(2, 5);
    private final TestKey stranger = new TestKey();

    private void assertInvalid(String because) {
        TestRun run = TestRun.of(folder, bundle.seal(), bundle.root);
        assertThat(run.exit()).as(run.out()).isEqualTo(1);
        assertThat(run.out()).contains(because);
        assertThat(run.last()).startsWith("invalid: ");
    }

    /** The log's real state, written and signed otherwise. */
    private void checkpoint(TestKey signer, String origin, long size) {
        bundle.seal();
        TestLog log = bundle.log();
        bundle.checkpoint = Optional.of(TestLog.note(signer, origin, size, log.root(0, log.size())));
    }

    private String proofPath() {
        return "data/proofs/" + bundle.ids().getFirst() + ".tlog-proof";
    }

    private void proof(String head, List<byte[]> path) {
        bundle.seal();
        bundle.extra.put(proofPath(), TestLog.proof(head, path, bundle.checkpoint.orElseThrow()));
    }

    private List<byte[]> rightPath() {
        bundle.seal();
        return bundle.log().path(rightIndex(), 0, bundle.log().size());
    }

    private int rightIndex() {
        byte[] receipt = bundle.file("data/receipts/" + bundle.ids().getFirst() + ".dsse.json");
        return bundle.log().indexOf(TestKey.sha256(receipt));
    }

    @Test
    void isValidBeforeAnybodyForgesIt() {
        TestRun run = TestRun.of(folder, bundle.seal(), bundle.root);
        assertThat(run.exit()).as(run.out()).isZero();
        proof("index " + rightIndex() + "\n", rightPath());
        assertThat(TestRun.of(folder, bundle.seal(), bundle.root, "--require", "included")
                        .exit())
                .isZero();
    }

    @Test
    void refusesACheckpointOfAKeyThatIsNotInTheKeySet() {
        checkpoint(stranger, bundle.log().origin, 8);
        assertInvalid("FAIL  checkpoint  data/checkpoint: none of the note's signatures is by a key of the log");
    }

    @ParameterizedTest
    @CsvSource({"receipt", "webhook"})
    void refusesACheckpointOfAKeyForSomethingElse(String use) {
        bundle.jwks += "," + stranger.jwk(use, TestBundle.LOG, "");
        checkpoint(stranger, bundle.log().origin, 8);
        assertInvalid("none of the note's signatures is by a key of the log");
    }

    @Test
    void refusesACheckpointOfThisLogByAnotherLogsKey() {
        bundle.jwks += "," + stranger.jwk("log", TestBundle.OTHER_LOG, "");
        checkpoint(stranger, bundle.log().origin, 8);
        assertInvalid("none of the note's signatures is by a key of the log");
    }

    @ParameterizedTest
    @CsvSource({"portal.example/log/log_bbbbbbbbbbbbbbbb", "/log/log_aaaaaaaaaaaaaaaa", "portal.example/log/", "x"})
    void refusesACheckpointOfAnotherLog(String origin) {
        bundle.jwks += "," + stranger.jwk("log", TestBundle.OTHER_LOG, "");
        checkpoint(stranger, origin, 8);
        assertInvalid("it is a checkpoint of " + origin + ", not of " + TestBundle.LOG);
    }

    @Test
    void refusesACheckpointWhoseSignatureIsOfAnotherText() {
        bundle.seal();
        String note = new String(bundle.checkpoint.orElseThrow(), StandardCharsets.UTF_8);
        bundle.checkpoint = Optional.of(TestBundle.utf8(note.replace("\n8\n", "\n9\n")));
        assertInvalid("the note's signature by " + bundle.log().origin + " does not verify");
    }

    @Test
    void refusesACheckpointByALogKeyThatHadEnded() {
        bundle.jwks += "," + stranger.jwk("log", TestBundle.LOG, BEFORE_MARCH_4);
        checkpoint(stranger, bundle.log().origin, 8);
        assertInvalid("which was not valid at 2026-04-01T00:00:00Z");
    }

    @Test
    void refusesAStatementOfAnotherTreeSize() {
        bundle.claimedSize = 9;
        assertInvalid("it is of size 8, the bundle's statement says 9");
        bundle.claimedSize = 0;
        assertInvalid("it is of size 8, the bundle's statement says 0");
        bundle.absent.add("data/checkpoint");
        bundle.claimedSize = 8;
        assertInvalid("it states tree size 8, without a checkpoint");
    }

    @Test
    void refusesACheckpointThatClaimsAnotherSize() {
        checkpoint(bundle.log().key, bundle.log().origin, 9);
        bundle.claimedSize = 9;
        assertInvalid("FAIL  proof  ");
    }

    @Test
    void refusesTheRootOfAnotherTree() {
        bundle.seal();
        var other = new TestLog(TestBundle.LOG, 8);
        bundle.checkpoint = Optional.of(TestLog.note(bundle.log().key, bundle.log().origin, 8, other.root(0, 8)));
        assertInvalid("leads to another root than that of size 8");
    }

    @Test
    void refusesAProofForAnotherIndex() {
        List<byte[]> path = rightPath();
        for (int index = 0; index < 8; index++) {
            if (index != rightIndex()) {
                proof("index " + index + "\n", path);
                assertInvalid("FAIL  proof  " + proofPath());
            }
        }
    }

    @Test
    void refusesAnIndexThatTheTreeDoesNotHave() {
        List<byte[]> path = rightPath();
        for (String index : List.of("8", "9", "9223372036854775807")) {
            proof("index " + index + "\n", path);
            assertInvalid("index " + index + " is not below the tree's size 8");
        }
    }

    @Test
    void refusesAProofThatIsTooLongOrTooShort() {
        String head = "index " + rightIndex() + "\n";
        List<byte[]> longer = new ArrayList<>(rightPath());
        longer.add(bundle.log().root(0, 8));
        proof(head, longer);
        assertInvalid("the path has more hashes than the tree of size 8 is high");
        proof(head, rightPath().subList(0, 2));
        assertInvalid("the path has fewer hashes than index " + rightIndex() + " of size 8 needs");
        proof(head, List.of());
        assertInvalid("the path has fewer hashes");
    }

    @ParameterizedTest
    @CsvSource({
        "'index 06\n'",
        "'index -1\n'",
        "'index +6\n'",
        "'index 6 \n'",
        "'index 6\r\n'",
        "'index 9223372036854775808\n'",
        "''"
    })
    void refusesAnIndexThatIsNotWrittenTheOneWay(String head) {
        proof(head, rightPath());
        assertInvalid("FAIL  proof  " + proofPath());
    }

    @Test
    void refusesAProofUnderAnotherCheckpoint() {
        proof("index " + rightIndex() + "\n", rightPath());
        byte[] older = TestLog.proof(
                "index 0\n", bundle.log().path(0, 0, 5), bundle.log().note(5));
        bundle.extra.put(proofPath(), older);
        assertInvalid("the checkpoint in the proof is not the one beside it, byte for byte");
    }

    @Test
    void refusesTheProofOfAnotherReceipt() {
        bundle.seal();
        byte[] other = bundle.file("data/proofs/" + bundle.ids().getLast() + ".tlog-proof");
        bundle.extra.put(proofPath(), other);
        assertInvalid("leads to another root than that of size 8");
    }

    @Test
    void refusesAProofWithoutReceiptOrWithoutCheckpoint() {
        bundle.seal();
        byte[] proof = bundle.file(proofPath());
        bundle.extra.put("data/proofs/rcp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.tlog-proof", proof);
        assertInvalid("the receipt it belongs to is missing");
        bundle.extra.clear();
        bundle.absent.add("data/checkpoint");
        bundle.claimedSize = 0;
        assertInvalid("not checked, since there is no checkpoint to check it with");
    }

    /** Signed anew with the right key: the log holds another envelope. */
    @Test
    void refusesAReceiptThatWasExchangedAfterItWasLogged() {
        bundle.seal();
        byte[] proof = bundle.file(proofPath());
        TestReceipt other =
                bundle.receipts.getFirst().withPayload(TestReceipt.payload(TestBundle.LOG, "2026-03-07T00:00:00Z"));
        String id = TestBundle.id(TestBundle.canonical(other.payload()));
        bundle.receipts.set(0, other);
        bundle.extra.put("data/proofs/" + id + ".tlog-proof", proof);
        assertInvalid("leads to another root than that of size 8");
    }

    @Test
    void refusesABackdatedReceiptByAnEndedKeyThatTheLogDoesNotHold() {
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.LOG, BEFORE_MARCH_4);
        bundle.receipts.set(0, bundle.receipts.getFirst().signedBy(stranger));
        bundle.seal();
        bundle.absent.add(proofPath());
        bundle.absent.add("data/proofs/" + bundle.ids().getLast() + ".tlog-proof");
        assertInvalid("and nothing shows that the receipt was in the log: it could be backdated");
    }

    @Test
    void refusesAReceiptByAKeyThatHadEndedAlthoughTheLogHoldsIt() {
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.LOG, BEFORE_MARCH_4);
        bundle.receipts.set(0, TestReceipt.right(stranger, TestBundle.LOG, 4));
        assertInvalid("which does not include 2026-03-05T12:00:00.500Z");
    }

    @Test
    void refusesAReceiptByTheKeyOfAnotherTenantAlthoughTheLogHoldsIt() {
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.OTHER_LOG, "");
        bundle.receipts.set(0, bundle.receipts.getFirst().signedBy(stranger));
        assertInvalid("belongs to " + TestBundle.OTHER_LOG + ", not to " + TestBundle.LOG);
    }

    @Test
    void refusesAKeySetThatThePinnedRootDidNotSign() {
        bundle.jwks += "," + stranger.jwk("log", TestBundle.LOG, "");
        checkpoint(stranger, bundle.log().origin, 8);
        bundle.rootSigner = stranger;
        assertInvalid("FAIL  keys  data/keys.json: the signature does not verify");
    }

    @Test
    void isSelfAssertedUnderAnotherRootHoweverWellItIsLogged() {
        TestRun run = TestRun.of(folder, bundle.seal(), new TestBundle(1).root, "--require", "included");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.last()).startsWith("self-asserted: ");
    }

    @ParameterizedTest
    @CsvSource({
        "'\n\n', '\n'",
        "'\n8\n', '\n08\n'",
        "'\n8\n', '\n+8\n'",
        "'\n8\n', '\n-8\n'",
        "'\n8\n', '\n8\nextension\n'",
        "'=\n\n', '\n\n'",
        "'\u2014 ', '- '",
        "'\u2014 portal', '\u2014  portal'",
        "'\u2014 portal', '\u2014 por+tal'"
    })
    void refusesANoteThatIsNotInForm(String from, String to) {
        bundle.seal();
        String note = new String(bundle.checkpoint.orElseThrow(), StandardCharsets.UTF_8);
        assertThat(note).contains(from);
        bundle.checkpoint = Optional.of(TestBundle.utf8(note.replace(from, to)));
        assertInvalid("FAIL  checkpoint  data/checkpoint: ");
    }

    @Test
    void refusesNotesThatAreNoNotes() {
        for (String note : List.of(
                "",
                "\n",
                "\n\n",
                "a\n\n",
                "\u0000",
                "\n\n\u2014 a AAAA\n",
                "x\n\n\u2014 a AAAAAAA=\n",
                "x\n\n\u2014 AAAAAAA=\n")) {
            bundle.checkpoint = Optional.of(TestBundle.utf8(note));
            assertInvalid("FAIL  checkpoint  data/checkpoint: ");
        }
        bundle.checkpoint = Optional.of(new byte[] {'a', '\n', '\n', (byte) 0xff, '\n'});
        assertInvalid("it is not UTF-8");
    }
}
