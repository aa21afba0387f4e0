package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forgeries whose zip, manifest and signatures are all in order, but signed by whom they should not be, or saying what they must not. */
class ForgedBundleTest {

    @TempDir
    Path folder;

    private final TestBundle bundle = new TestBundle(2);
    private final TestKey stranger = new TestKey();

    private void assertInvalid(String because) {
        TestRun run = TestRun.of(folder, bundle.seal(), bundle.root);
        assertThat(run.exit()).as(run.out()).isEqualTo(1);
        assertThat(run.out()).contains(because);
        assertThat(run.last()).startsWith("invalid: ");
    }

    private void replaceFirst(TestReceipt receipt) {
        bundle.receipts.set(0, receipt);
    }

    private TestReceipt first() {
        return bundle.receipts.getFirst();
    }

    @Test
    void refusesAReceiptByAKeyThatIsNotInTheKeySet() {
        replaceFirst(first().signedBy(stranger));
        assertInvalid("key " + stranger.kid() + " is not in the key set");
    }

    @Test
    void refusesAKeyThatTheBundleBringsButTheRootDidNotSign() {
        replaceFirst(first().signedBy(stranger));
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.LOG, "");
        bundle.rootSigner = stranger;
        assertInvalid("FAIL  keys  data/keys.json: the signature does not verify");
    }

    @Test
    void isSelfAssertedWithARootOfItsOwn() {
        TestBundle forged = new TestBundle(2);
        TestRun run = TestRun.of(folder, forged.seal(), bundle.root);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.last()).startsWith("self-asserted: ");
        assertThat(run.out()).contains("signed by root " + forged.root.kid() + ", not by the trust root");
    }

    @Test
    void refusesAReceiptOfAnotherLogByTheOtherLogsKey() {
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.OTHER_LOG, "");
        replaceFirst(TestReceipt.right(stranger, TestBundle.OTHER_LOG, 1));
        assertInvalid("it belongs to " + TestBundle.OTHER_LOG + ", the bundle to " + TestBundle.LOG);
    }

    @Test
    void refusesAReceiptOfThisLogByTheOtherLogsKey() {
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.OTHER_LOG, "");
        replaceFirst(first().signedBy(stranger));
        assertInvalid("belongs to " + TestBundle.OTHER_LOG + ", not to " + TestBundle.LOG);
    }

    @Test
    void refusesABundleSignedByTheOtherLogsKey() {
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.OTHER_LOG, "");
        bundle.statementSigner = stranger;
        assertInvalid("FAIL  bundle  data/bundle.dsse.json: key " + stranger.kid() + " belongs to");
    }

    @Test
    void refusesABundleThatNamesAnotherLogThanItsReceipts() {
        bundle.statementLog = TestBundle.OTHER_LOG;
        assertInvalid("FAIL  bundle  data/bundle.dsse.json");
    }

    @ParameterizedTest
    @CsvSource({"log", "document", "webhook", "other"})
    void refusesAReceiptByAKeyOfAnotherUse(String use) {
        String certificates = use.equals("document") ? ",\"x5c\":[\"" + TestCertificate.base64() + "\"]" : "";
        bundle.jwks += "," + stranger.jwk(use, TestBundle.LOG, certificates);
        replaceFirst(first().signedBy(stranger));
        assertInvalid("is for " + use + ", not for receipt");
    }

    @Test
    void refusesAReceiptFromBeforeItsKey() {
        replaceFirst(first().withPayload(TestReceipt.payload(TestBundle.LOG, "2025-12-31T23:59:59.999Z")));
        assertInvalid("which does not include 2025-12-31T23:59:59.999Z");
    }

    @Test
    void refusesAReceiptFromTheMomentItsKeyExpiresOn() {
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.LOG, ",\"exp\":1772366400");
        replaceFirst(
                first().signedBy(stranger).withPayload(TestReceipt.payload(TestBundle.LOG, "2026-03-01T12:00:00Z")));
        assertInvalid("which does not include 2026-03-01T12:00:00Z");
        replaceFirst(first().withPayload(TestReceipt.payload(TestBundle.LOG, "2026-03-01T11:59:59.999999999Z")));
        assertInvalid("and nothing shows that the receipt was in the log: it could be backdated");
    }

    @Test
    void refusesABundleSignedByAnExpiredKey() {
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.LOG, ",\"exp\":1772366400");
        bundle.statementSigner = stranger;
        assertInvalid("which does not include 2026-04-01T00:00:00Z");
    }

    @Test
    void refusesAReceiptOutsideTheStatedPeriod() {
        replaceFirst(first().withPayload(TestReceipt.payload(TestBundle.LOG, "2026-04-01T00:00:00Z")));
        assertInvalid("outside the bundle's period");
    }

    @Test
    void refusesAWrongCountOfReceipts() {
        bundle.claimedReceipts = 3;
        assertInvalid("it states 3 receipts, there are 2");
    }

    @Test
    void refusesAReceiptUnderAnotherReceiptsName() {
        byte[] payload = TestBundle.canonical(TestReceipt.payload(TestBundle.LOG, "2026-03-09T00:00:00Z"));
        bundle.extra.put(
                "data/receipts/rcp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.dsse.json",
                TestBundle.envelope(bundle.key, bundle.key.kid(), TestBundle.IN_TOTO, payload));
        bundle.claimedReceipts = 3;
        assertInvalid("the file is named for another receipt");
    }

    @Test
    void refusesADisclosureThatTheReceiptDoesNotCommitTo() {
        replaceFirst(first().disclosing(List.of(TestReceipt.disclosure("[\"c2FsdDE\",\"name\",\"Somebody Else\"]"))));
        assertInvalid("FAIL  disclosure  ");
        replaceFirst(first().disclosing(List.of(TestReceipt.DISCLOSED.get(0), TestReceipt.DISCLOSED.get(0))));
        assertInvalid("is there twice");
    }

    @Test
    void refusesADisclosureWithoutItsReceipt() {
        bundle.extra.put(
                "data/disclosures/rcp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.json",
                TestBundle.utf8("[\"" + TestReceipt.DISCLOSED.get(0) + "\"]"));
        assertInvalid("the receipt it belongs to is missing");
    }

    @Test
    void refusesAnotherKeySetOfTheSameRootInPlaceOfTheSealedOne() {
        var data = new TreeMap<>(bundle.data());
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.LOG, "");
        data.put("data/keys.json", bundle.data().get("data/keys.json"));
        TestRun run = TestRun.of(folder, TestZip.bag(data), bundle.root);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  subjects  data/keys.json");
    }

    @Test
    void refusesAKeySetThatIsNotChainedAsItsVersionSays() {
        for (String chain :
                List.of("2,\"previous\":null", "1,\"previous\":\"" + "ab".repeat(32) + "\"", "0,\"previous\":null")) {
            bundle.chain = "\"version\":" + chain;
            assertInvalid("FAIL  keys  data/keys.json: version");
        }
        bundle.chain = "\"version\":2,\"previous\":\"" + "ab".repeat(32) + "\"";
        assertThat(TestRun.of(folder, bundle.seal(), bundle.root).exit()).isZero();
    }

    @Test
    void refusesTwoKeysOfOneName() {
        bundle.jwks += "," + bundle.jwks;
        assertInvalid("two keys are called");
    }

    @Test
    void refusesAPrivateKeyInTheKeySet() {
        bundle.jwks = bundle.jwks.replace("}", ",\"d\":\"AA\"}");
        assertInvalid("the key set holds a private key");
    }

    @Test
    void refusesAKeyOfSmallOrder() {
        String neutral = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        bundle.jwks += "," + stranger.jwk("receipt", TestBundle.LOG, "").replace(stranger.x(), neutral);
        assertInvalid("x is not an Ed25519 public key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"outcome\":\"allowed\" | \"outcome\":\"maybe\" | predicate.outcome",
                "\"action\":\"imports.commit\" | \"action\":\"Import it!\" | predicate.action",
                "\"type\":\"user\" | \"type\":\"person\" | predicate.actor.type",
                "mem_aaaaaaaaaaaaaaaa | Grace H. | predicate.actor.id",
                "\"outcome\":\"allowed\", | '' | predicate.outcome is missing",
                "\"outcome\":\"allowed\" | \"outcome\":\"allowed\",\"comment\":\"free text\" | predicate.comment is not a member",
                "\"rate\":0.25 | \"rate\":{\"deep\":1} | predicate.facts is not flat",
                "\"reasonCodes\":[] | \"reasonCodes\":[1] | predicate.decision.reasonCodes",
                "T12:00:00.5Z | T12:00:00+01:00 | predicate.occurredAt",
                "2026-03-01T | 2026-02-30T | predicate.occurredAt",
                "receipt/v1 | receipt/v2 | payload.predicateType",
                "Statement/v1 | Statement/v0.1 | payload._type",
                "AAAAAAAAAAAAAAAAAAAAAA | AAAA | predicate.nonce",
                "4bf92f3577b34da6a3ce929d0e0e4736 | 00000000000000000000000000000000 | predicate.correlationId"
            })
    void refusesAPayloadOfAnotherShapeAlthoughSigned(String right, String wrong, String because) {
        String payload = first().payload();
        assertThat(payload).contains(right);
        replaceFirst(first().withPayload(payload.replace(right, wrong)));
        assertInvalid(because);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":1} | a duplicate member",
                "{\"a\":\"\\ud800\"} | a lone surrogate",
                "{\"a\":1e999} | a number outside the double range",
                "{\"b\":1,\"a\":1} | not in canonical form",
                "{\"a\":1.0} | not in canonical form",
                "{ } | not in canonical form",
                "{\"a\" | expected",
            })
    void refusesAPayloadThatIsNotCanonicalAlthoughSigned(String payload, String because) {
        byte[] bytes = TestBundle.utf8(payload);
        bundle.extra.put(
                "data/receipts/" + TestBundle.id(bytes) + ".dsse.json",
                TestBundle.envelope(bundle.key, bundle.key.kid(), TestBundle.IN_TOTO, bytes));
        bundle.claimedReceipts = 3;
        assertInvalid(because);
    }

    @Test
    void countsAllFailuresButListsTheFirstHundred() {
        for (int i = 0; i < 120; i++) {
            bundle.extra.put("data/documents/d" + i + ".pdf", new byte[] {1});
        }
        TestRun run = TestRun.of(folder, bundle.seal(), bundle.root);
        assertThat(run.out().lines().filter(line -> line.startsWith("FAIL  document")))
                .hasSize(100);
        assertThat(run.out()).contains("FAIL  and 20 more");
        assertThat(run.last()).startsWith("invalid: failures: 120");
    }
}
