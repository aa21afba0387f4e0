package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles with RFC 3161 timestamps of the log's states. */
class AnchoredBundleTest {

    private static final String AFTER_ALL = "2026-03-20T00:00:00Z";
    private static final String BEFORE_MARCH_4 = ",\"exp\":1772582400";

    @TempDir
    Path folder;

    private final TestAuthority authority = new TestAuthority(KeyPurposeId.id_kp_timeStamping);
    private final TestBundle bundle = TestBundle.logged(2, 5);

    /** A timestamp over the state of that size, with the proof that the bundle's state extends it. */
    private void anchor(int size, String time) {
        bundle.seal();
        anchor(size, bundle.log().note(size), authority.stamp(bundle.log().note(size), time));
    }

    private void anchor(int size, byte[] note, byte[] token) {
        bundle.seal();
        TestLog log = bundle.log();
        bundle.extra.put("data/anchors/" + size + ".checkpoint", note);
        bundle.extra.put("data/anchors/" + size + ".tsr", token);
        if (size < log.size()) {
            bundle.extra.put(
                    "data/consistency/" + size + "-" + log.size(),
                    TestBundle.utf8(TestLog.lines(log.consistency(size, log.size()))));
        }
    }

    private TestRun run(String... more) {
        return TestRun.of(folder, bundle.seal(), bundle.root, more);
    }

    private TestRun trusting(String pem, String... more) {
        String roots = TestRun.write(folder, "tsa.pem", TestBundle.utf8(pem)).toString();
        String[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = "--tsa-roots";
        all[more.length + 1] = roots;
        return run(all);
    }

    private void assertRefused(String because) {
        TestRun run = trusting(authority.rootPem());
        assertThat(run.exit()).as(run.out()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  anchor  data/anchors/").contains(because);
    }

    @Test
    void reachesAnchoredByAPinnedAuthority() {
        anchor(8, AFTER_ALL);
        TestRun run = trusting(authority.rootPem(), "--require", "anchored");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.last()).startsWith("valid: anchored - 2 receipts");
        assertThat(run.out()).contains("timestamp    size 8 at 2026-03-20T00:00:00Z by CN=Clock");
    }

    @Test
    void reachesAnchoredByAnEarlierStateThatHoldsAllReceipts() {
        anchor(7, AFTER_ALL);
        assertThat(trusting(authority.rootPem(), "--require", "anchored").exit())
                .isZero();
    }

    @Test
    void staysIncludedWhereAReceiptIsYoungerThanTheTimestamp() {
        anchor(6, AFTER_ALL);
        TestRun run = trusting(authority.rootPem(), "--require", "anchored");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("included is reached: 1 of 2 receipts are younger than the newest timestamp");
    }

    @Test
    void staysIncludedWithoutAPinnedAuthorityAndSaysSo() throws IOException {
        anchor(8, AFTER_ALL);
        TestRun run = run();
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.last()).startsWith("valid: included - ");
        assertThat(run.out()).contains("the time token is not checked against a pinned authority");
        JsonNode stamp = new ObjectMapper()
                .readTree(run("--json").out())
                .get("timestamps")
                .get(0);
        assertThat(stamp.get("size").asInt()).isEqualTo(8);
        assertThat(stamp.get("pinned").asBoolean()).isFalse();
    }

    @Test
    void doesNotCountTheTokenOfAnotherAuthority() {
        anchor(8, AFTER_ALL);
        var other = new TestAuthority(KeyPurposeId.id_kp_timeStamping);
        assertThat(trusting(other.rootPem()).last()).startsWith("valid: included - ");
        assertThat(trusting(other.rootPem(), "--require", "anchored").out())
                .contains("no time token is by an authority that --tsa-roots pins");
    }

    @Test
    void takesTheAuthoritysCertificateFromTheBundleWhereTheTokenLeavesItOut() {
        authority.sendsCertificates = false;
        anchor(8, AFTER_ALL);
        assertRefused("the certificate that signed the time token is not there");
        bundle.extra.put("data/anchors/authorities.pem", TestBundle.utf8(authority.pem()));
        assertThat(trusting(authority.rootPem(), "--require", "anchored").exit())
                .isZero();
        assertThat(trusting(authority.pem(), "--require", "anchored").exit()).isZero();
        assertThat(run("--require", "anchored").exit()).isEqualTo(1);
    }

    @Test
    void refusesACertificateThatIsNotForTimestamping() {
        bundle.seal();
        byte[] note = bundle.log().note(8);
        byte[] right = authority.stamp(note, AFTER_ALL);
        anchor(8, note, new TestAuthority(KeyPurposeId.id_kp_serverAuth).signAnew(right));
        assertRefused("malformed or not signed as it says");
        var clock = new TestAuthority(KeyPurposeId.id_kp_timeStamping);
        anchor(8, note, clock.signAnew(right));
        assertThat(trusting(clock.rootPem(), "--require", "anchored").exit()).isZero();
    }

    @Test
    void refusesATokenOverOtherBytes() {
        bundle.seal();
        anchor(8, bundle.log().note(8), authority.stamp(bundle.log().note(7), AFTER_ALL));
        assertRefused("the time token is over other bytes than the checkpoint beside it");
    }

    @Test
    void refusesATimeAtWhichTheAuthoritysCertificateWasNotValid() {
        anchor(8, "2027-02-01T00:00:00Z");
        assertRefused("malformed or not signed as it says");
    }

    @Test
    void refusesAStampedStateThatTheLogDoesNotExtend() {
        bundle.seal();
        var fork = new TestLog(TestBundle.LOG, 6);
        fork.add("fork");
        byte[] forked = TestLog.note(bundle.log().key, bundle.log().origin, 7, fork.root(0, 7));
        anchor(7, forked, authority.stamp(forked, AFTER_ALL));
        assertRefused("the proof does not begin at the root of size 7");
        anchor(7, AFTER_ALL);
        bundle.extra.remove("data/consistency/7-8");
        assertRefused("data/consistency/7-8 is not there or does not hold");
    }

    @Test
    void refusesAStampedCheckpointThatIsNotTheLogs() {
        bundle.seal();
        byte[] root = bundle.log().root(0, 8);
        byte[] stranger = TestLog.note(new TestKey(), bundle.log().origin, 8, root);
        anchor(8, stranger, authority.stamp(stranger, AFTER_ALL));
        assertRefused("none of the note's signatures is by a key of the log");
        byte[] seven = bundle.log().note(7);
        anchor(8, seven, authority.stamp(seven, AFTER_ALL));
        assertRefused("its checkpoint is of size 7, not of the size it is named for");
    }

    @Test
    void refusesAStateStampedAfterItsLogKeyHadEnded() {
        var ended = new TestKey();
        bundle.jwks += "," + ended.jwk("log", TestBundle.LOG, BEFORE_MARCH_4);
        bundle.seal();
        byte[] note = TestLog.note(ended, bundle.log().origin, 8, bundle.log().root(0, 8));
        anchor(8, note, authority.stamp(note, AFTER_ALL));
        assertRefused("which was not valid at 2026-03-20T00:00:00Z");
        anchor(8, note, authority.stamp(note, "2026-03-03T23:59:59Z"));
        assertThat(trusting(authority.rootPem(), "--require", "anchored").exit())
                .isZero();
    }

    @Test
    void refusesAReceiptThatClaimsToBeYoungerThanItsTimestamp() {
        anchor(8, "2026-03-02T11:58:00Z");
        TestRun run = trusting(authority.rootPem());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "it claims to have occurred at 2026-03-02T12:00:00.500Z, but was in the log at 2026-03-02T11:58:00Z");
        anchor(8, "2026-03-02T12:00:00Z");
        assertThat(trusting(authority.rootPem(), "--require", "anchored").exit())
                .isZero();
    }

    @Test
    void knowsWhichReceiptsOfAnEndedKeyAreProvenToBeFromBefore() {
        var ended = new TestKey();
        bundle.jwks += "," + ended.jwk("receipt", TestBundle.LOG, BEFORE_MARCH_4);
        bundle.receipts.replaceAll(receipt -> receipt.signedBy(ended));
        anchor(8, AFTER_ALL);
        assertThat(trusting(authority.rootPem()).out()).contains("That 2 receipts are from before their key ended");
        anchor(7, "2026-03-03T00:00:00Z");
        assertThat(trusting(authority.rootPem()).out()).doesNotContain("from before their key ended");
    }

    @Test
    void refusesATokenWithoutCheckpointAndACheckpointWithoutToken() {
        anchor(8, AFTER_ALL);
        byte[] token = bundle.file("data/anchors/8.tsr");
        bundle.extra.remove("data/anchors/8.tsr");
        assertRefused("its time token data/anchors/8.tsr is missing");
        bundle.extra.remove("data/anchors/8.checkpoint");
        bundle.extra.put("data/anchors/8.tsr", token);
        assertRefused("its checkpoint, or what it has to be checked with, is missing");
    }

    @Test
    void refusesWhatIsNoToken() {
        anchor(8, AFTER_ALL);
        byte[] right = bundle.file("data/anchors/8.tsr");
        bundle.extra.put("data/anchors/8.tsr", new byte[0]);
        assertRefused("malformed");
        byte[] deep = new byte[60_000];
        Arrays.fill(deep, (byte) 0x30);
        bundle.extra.put("data/anchors/8.tsr", deep);
        assertRefused("malformed");
        bundle.extra.put("data/anchors/8.tsr", Arrays.copyOf(right, right.length + 1));
        assertRefused("malformed");
    }

    @Test
    void refusesRootsThatAreNone() {
        anchor(8, AFTER_ALL);
        for (String wrong : List.of("", "hello", authority.rootPem().replace("CERTIFICATE", "X509 CRL"))) {
            TestRun run = trusting(wrong);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.out()).contains("FAIL  tsa-roots  tsa.pem: ");
        }
    }
}
