package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a bundle's log begins with the state that its reader has seen before ({@code --checkpoint OLD}). */
class ExtendedBundleTest {

    @TempDir
    Path folder;

    private final TestBundle bundle = TestBundle.logged(2, 9);
    private final byte[] right = bundle.seal();
    private final TestLog log = bundle.log();

    private void since(int size, List<byte[]> hashes) {
        bundle.extra.put("data/consistency/" + size + "-" + log.size(), TestBundle.utf8(TestLog.lines(hashes)));
    }

    private TestRun run(byte[] older) {
        String old = TestRun.write(folder, "old-checkpoint", older).toString();
        return TestRun.of(folder, bundle.seal(), bundle.root, "--require", "included", "--checkpoint", old);
    }

    private void assertRefused(byte[] older, String because) {
        TestRun run = run(older);
        assertThat(run.exit()).as(run.out()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "FAIL  consistency  old-checkpoint: the bundle is not shown to extend this older checkpoint: ")
                .contains(because);
    }

    @Test
    void acceptsEveryEarlierStateWithItsProof() {
        for (int size = 1; size < log.size(); size++) {
            bundle.extra.keySet().removeIf(path -> path.startsWith("data/consistency/"));
            since(size, log.consistency(size, log.size()));
            TestRun run = run(log.note(size));
            assertThat(run.exit()).as("size %d: %s", size, run.out()).isZero();
            assertThat(run.out()).contains("extends      the older checkpoint of size " + size);
        }
    }

    @Test
    void acceptsTheSameStateAndTheEmptyOneWithoutProof() {
        assertThat(run(log.note(log.size())).exit()).isZero();
        assertThat(run(log.note(0)).exit()).isZero();
    }

    @Test
    void takesAnOlderBundleForItsCheckpoint() {
        assertThat(run(right).exit()).isZero();
        assertRefused(new TestBundle(1).seal(), "the older bundle carries no checkpoint");
        assertRefused(Arrays.copyOf(right, right.length - 1), "the older bundle is refused: ");
    }

    @Test
    void takesAnOlderCheckpointByALogKeyThatEndedSince() {
        var ended = new TestKey();
        bundle.jwks += "," + ended.jwk("log", TestBundle.LOG, ",\"exp\":1772582400");
        since(4, log.consistency(4, log.size()));
        assertThat(run(TestLog.note(ended, log.origin, 4, log.root(0, 4))).exit())
                .isZero();
    }

    @Test
    void refusesWithoutTheProof() {
        assertRefused(log.note(4), "data/consistency/4-12 is not there or does not hold");
    }

    @Test
    void refusesALogThatWasRewritten() {
        var rewritten = new TestLog(TestBundle.LOG, 3);
        rewritten.add("something else");
        byte[] older = TestLog.note(log.key, log.origin, 4, rewritten.root(0, 4));
        since(4, log.consistency(4, log.size()));
        assertRefused(older, "the proof does not lead to the root of size 12");
        rewritten.add("and more");
        since(5, log.consistency(5, log.size()));
        assertRefused(
                TestLog.note(log.key, log.origin, 5, rewritten.root(0, 5)),
                "the proof does not begin at the root of size 5");
        byte[] same = TestLog.note(log.key, log.origin, log.size(), rewritten.root(0, 4));
        assertRefused(same, "two different roots for size 12: the log shows two histories");
    }

    @Test
    void refusesALogThatShrank() {
        byte[] larger = TestLog.note(log.key, log.origin, 13, log.root(0, 4));
        assertRefused(larger, "the older checkpoint has size 13, the bundle's only 12");
    }

    @Test
    void refusesAProofThatIsTooLongTooShortOrOfOtherHashes() {
        List<byte[]> longer = new ArrayList<>(log.consistency(4, log.size()));
        longer.add(log.root(0, 4));
        since(4, longer);
        assertRefused(log.note(4), "the proof has more hashes than the tree of size 12 is high");
        since(4, List.of());
        assertRefused(log.note(4), "the proof has fewer hashes than from size 4 to size 12 are needed");
        since(5, List.of());
        assertRefused(log.note(5), "the proof from size 5 to size 12 has no hashes");
        since(4, log.consistency(8, log.size()));
        assertRefused(log.note(4), "FAIL  consistency  old-checkpoint");
    }

    @Test
    void refusesAProofFileThatLeadsElsewhereOrIsNoProof() {
        bundle.extra.put("data/consistency/4-11", TestBundle.utf8(TestLog.lines(log.consistency(4, 11))));
        assertThat(run(log.note(0)).out())
                .contains(
                        "FAIL  consistency  data/consistency/4-11: it leads to size 11, the checkpoint is of size 12");
        bundle.extra.clear();
        for (String wrong : List.of(
                "\n",
                "x\n",
                TestLog.lines(List.of(new byte[31])),
                TestLog.lines(List.of(new byte[32])).strip())) {
            bundle.extra.put("data/consistency/4-12", TestBundle.utf8(wrong));
            assertThat(run(log.note(0)).out()).contains("FAIL  consistency  data/consistency/4-12: ");
        }
    }

    @Test
    void refusesAnOlderCheckpointOfAnotherLogOrOrigin() {
        var stranger = new TestKey();
        bundle.jwks += "," + stranger.jwk("log", TestBundle.OTHER_LOG, "");
        byte[] root = log.root(0, 4);
        assertRefused(
                TestLog.note(stranger, "portal.example/log/" + TestBundle.OTHER_LOG, 4, root), "it is a checkpoint of");
        assertRefused(
                TestLog.note(stranger, log.origin, 4, root), "none of the note's signatures is by a key of the log");
        assertRefused(
                TestLog.note(log.key, "other.example/log/" + TestBundle.LOG, 4, root),
                "the older checkpoint is of other.example/log/" + TestBundle.LOG);
    }

    @Test
    void refusesToExtendAnythingWithoutACheckpointThatHolds() {
        bundle.checkpoint = Optional.of(TestBundle.utf8("x\n"));
        assertRefused(log.note(4), "the bundle has no checkpoint that holds");
    }
}
