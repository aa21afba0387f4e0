package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a whole log ({@code --mirror}), right and with one thing wrong. */
class MirrorTest {

    private static final int SIZE = 600;

    @TempDir
    Path folder;

    private final TestBundle bundle = TestBundle.logged(1, 0);
    private final TestLog log = bundle.log();
    private Path mirror = Path.of("");

    @BeforeEach
    void copyTheLog() throws IOException {
        for (int i = 0; i < SIZE; i++) {
            log.add("entry " + i);
        }
        mirror = Files.createDirectory(folder.resolve("mirror"));
        TestMirror.write(mirror, log);
        Files.write(mirror.resolve("checkpoint"), log.note(SIZE));
        for (int size : new int[] {0, 1, 7, 256, 300, SIZE}) {
            kept(size, log.note(size));
        }
    }

    private void kept(int size, byte[] note) throws IOException {
        Files.createDirectories(mirror.resolve("checkpoints"));
        Files.write(mirror.resolve("checkpoints/" + size), note);
    }

    private TestRun run(String... more) {
        List<String> args = new ArrayList<>(List.of("--mirror", mirror.toString()));
        args.addAll(List.of(
                "--keys",
                TestRun.write(folder, "keys.json", bundle.file("data/keys.json"))
                        .toString()));
        args.addAll(List.of(
                "--trust-root",
                TestRun.write(folder, "root.jwk", TestBundle.utf8(bundle.root.rootJwk()))
                        .toString()));
        args.addAll(List.of(more));
        return TestRun.of(args.toArray(String[]::new));
    }

    private void assertDiffers(String where, String how) {
        TestRun run = run();
        assertThat(run.exit()).as(run.out()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  mirror  " + where + ": ").contains(how);
        assertThat(run.last()).startsWith("invalid: failures: 1 - ");
    }

    private void flip(String path, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(mirror.resolve(path));
        bytes[at] ^= 1;
        Files.write(mirror.resolve(path), bytes);
    }

    @Test
    void isValidWhereEverythingRecomputes() {
        TestRun run = run();
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.last()).isEqualTo("valid: mirror - 600 entries, root " + bundle.root.kid());
        assertThat(run.out())
                .contains("checkpoint   size 600 of portal.example/log/" + TestBundle.LOG)
                .contains("signed by    key " + log.key.kid())
                .contains("tiles        4 equal")
                .contains("checkpoints  6 kept ones equal");
    }

    @Test
    void isValidAtEverySizeAroundFullTiles() throws IOException {
        for (int size : new int[] {0, 1, 255, 256, 257, 511, 512, 513}) {
            mirror = Files.createDirectory(folder.resolve("mirror" + size));
            var shorter = new TestLog(TestBundle.LOG, size);
            TestMirror.write(mirror, shorter);
            Files.write(mirror.resolve("checkpoint"), TestLog.note(log.key, log.origin, size, shorter.root(0, size)));
            TestRun run = run();
            assertThat(run.exit()).as("size %d: %s", size, run.out()).isZero();
        }
    }

    @Test
    void answersProgramsWithOneJsonObject() throws IOException {
        JsonNode answer = new ObjectMapper().readTree(run("--json").out());
        assertThat(answer.get("verdict").asText()).isEqualTo("valid");
        assertThat(answer.get("counts").get("entries").asInt()).isEqualTo(SIZE);
        assertThat(answer.get("checkpoint").get("size").asInt()).isEqualTo(SIZE);
    }

    @Test
    void takesACopyThatIsAheadOfItsCheckpoint() throws IOException {
        Files.write(mirror.resolve("checkpoint"), log.note(400));
        Files.delete(mirror.resolve("checkpoints/600"));
        TestRun run = run();
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("entries      400 recomputed");
    }

    @Test
    void comparesPartialTilesThatAreStillThere() throws IOException {
        Path partial = Files.createDirectories(mirror.resolve("tile/0/000.p")).resolve("100");
        byte[] full = Files.readAllBytes(mirror.resolve("tile/0/000"));
        Files.write(partial, Arrays.copyOf(full, 3200));
        assertThat(run().exit()).isZero();
        flip("tile/0/000.p/100", 3199);
        assertDiffers("tile/0/000.p/100", "hash 99 is not that of entry 99");
    }

    @Test
    void namesTheFirstEntryThatDiffers() throws IOException {
        flip("tile/entries/001", 34 * 3 + 2 + 31);
        flip("tile/entries/002.p/88", 40);
        assertDiffers("tile/0/001", "hash 3 is not that of entry 259 in tile/entries/001");
    }

    @Test
    void namesTheTileAndTheHashThatDiffer() throws IOException {
        flip("tile/0/002.p/88", 32 * 87);
        assertDiffers("tile/0/002.p/88", "hash 87 is not that of entry 599 in tile/entries/002.p/88");
        flip("tile/0/002.p/88", 32 * 87);
        flip("tile/1/000.p/2", 32);
        assertDiffers("tile/1/000.p/2", "hash 1 is not that over tile/0/001");
    }

    @Test
    void namesWhatIsMissingOrOfAnotherLength() throws IOException {
        Files.write(mirror.resolve("tile/0/001"), new byte[8191]);
        assertDiffers("tile/0/001", "it has 8191 bytes, not 8192");
        Files.write(mirror.resolve("tile/0/001"), new byte[8193]);
        assertDiffers("tile/0/001", "larger than 8192 bytes");
        Files.delete(mirror.resolve("tile/0/001"));
        assertDiffers("tile/0/001", "missing");
        Files.delete(mirror.resolve("tile/entries/000"));
        assertDiffers("tile/entries/000", "missing");
        Files.delete(mirror.resolve("checkpoint"));
        assertDiffers("checkpoint", "missing");
    }

    @Test
    void namesAnEntryOfAnotherLength() throws IOException {
        flip("tile/entries/000", 34 * 5 + 1);
        assertDiffers("tile/entries/000", "entry 5 has 33 bytes, not 32");
    }

    /** Entries, tiles and all are rewritten consistently; only what was signed before gives it away. */
    @Test
    void namesTheCheckpointThatARewrittenLogContradicts() throws IOException {
        log.entries.set(280, TestKey.sha256("rewritten"));
        TestMirror.write(mirror, log);
        assertDiffers("checkpoints/300", "its root is not the one over the first 300 entries");
        for (int size : new int[] {300, SIZE}) {
            kept(size, log.note(size));
        }
        assertDiffers("checkpoint", "its root is not the one over the first 600 entries");
        Files.write(mirror.resolve("checkpoint"), log.note(SIZE));
        assertThat(run().exit()).isZero();
    }

    @Test
    void namesAnEntryThatWasRemovedReorderedOrInserted() throws IOException {
        byte[] second = log.entries.remove(1);
        log.add("appended");
        TestMirror.write(mirror, log);
        assertDiffers("checkpoints/7", "its root");
        log.entries.add(2, second);
        TestMirror.write(mirror, log);
        assertDiffers("checkpoints/7", "its root");
    }

    @Test
    void comparesAnOlderCheckpointThatTheAuditorKept() {
        String right = TestRun.write(folder, "kept-right", log.note(100)).toString();
        assertThat(run("--checkpoint", right).exit()).isZero();
        byte[] forked = TestLog.note(log.key, log.origin, 100, log.root(0, 101));
        String wrong = TestRun.write(folder, "kept-wrong", forked).toString();
        assertThat(run("--checkpoint", wrong).out())
                .contains("FAIL  mirror  kept-wrong: its root is not the one over the first 100 entries");
        byte[] beyond = TestLog.note(log.key, log.origin, 601, log.root(0, 101));
        String later = TestRun.write(folder, "kept-later", beyond).toString();
        assertThat(run("--checkpoint", later).out())
                .contains("kept-later: it is of size 601, beyond the newest checkpoint's 600");
    }

    @Test
    void refusesCheckpointsThatAreNotTheLogs() throws IOException {
        kept(7, TestLog.note(new TestKey(), log.origin, 7, log.root(0, 7)));
        assertDiffers("checkpoints/7", "none of the note's signatures is by a key of the log");
        kept(7, TestLog.note(log.key, "other.example/log/" + TestBundle.LOG, 7, log.root(0, 7)));
        assertDiffers("checkpoints/7", "it is of other.example/log/" + TestBundle.LOG);
        kept(7, log.note(8));
        assertDiffers("checkpoints/7", "it is of size 8, not of the size it is named for");
        kept(7, log.note(7));
        kept(601, TestLog.note(log.key, log.origin, 601, log.root(0, 7)));
        assertDiffers("checkpoints/601", "it is of size 601, beyond the newest checkpoint's 600");
        Files.write(mirror.resolve("checkpoint"), TestBundle.utf8("hello\n"));
        assertDiffers("checkpoint", "its first line does not end in /log/ and a log id");
        Files.write(mirror.resolve("checkpoints/007"), log.note(7));
        Files.write(mirror.resolve("checkpoint"), log.note(SIZE));
        assertDiffers("checkpoints/007", "it is not named for a size");
    }

    @Test
    void isSelfAssertedWithoutThePinnedRoot() {
        String keys = TestRun.write(folder, "keys.json", bundle.file("data/keys.json"))
                .toString();
        TestRun run = TestRun.of("--mirror", mirror.toString(), "--keys", keys);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.last()).startsWith("self-asserted: ");
        bundle.rootSigner = new TestKey();
        TestRun forged = run();
        assertThat(forged.exit()).isEqualTo(1);
        assertThat(forged.out()).contains("FAIL  keys  keys.json: the signature does not verify");
    }

    @Test
    void refusesWrongArguments() {
        String keys = TestRun.write(folder, "keys.json", new byte[0]).toString();
        for (String[] wrong : new String[][] {
            {"--mirror", mirror.toString()},
            {"--mirror", keys, "--keys", keys},
            {"--mirror", mirror.toString(), "--keys", folder.resolve("absent").toString()},
            {"--mirror", mirror.toString(), "--keys", keys, keys},
            {"--mirror", mirror.toString(), "--keys", keys, "--require", "included"},
            {keys, "--keys", keys}
        }) {
            assertThat(TestRun.of(wrong).exit()).as(String.join(" ", wrong)).isEqualTo(2);
        }
        assertThat(TestRun.of("--mirror", mirror.toString(), "--keys", keys).exit())
                .isEqualTo(1);
    }
}
