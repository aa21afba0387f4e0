package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperedBundleTest {

    private static final int ALL_UP_TO = 4096;
    private static final int SEEDED = 200;

    @TempDir
    Path folder;

    private final TestBundle bundle = TestBundle.logged(1, 2);
    private final Map<String, byte[]> data = bundle.data();
    private final Random random = new Random(20260101);

    /** Every position of a small file; of a larger one the first, the last and some that a fixed seed picks. */
    private int[] positions(int length) {
        return length <= ALL_UP_TO
                ? IntStream.range(0, length).toArray()
                : IntStream.concat(IntStream.of(0, length - 1), random.ints(SEEDED, 0, length))
                        .toArray();
    }

    private void assertInvalid(byte[] zip, String what) {
        TestRun run = TestRun.of(folder, zip, bundle.root);
        assertThat(run.exit()).as(what).isEqualTo(1);
        assertThat(run.last()).as(what).startsWith("invalid: ");
    }

    @Test
    void isValidBeforeAnybodyTouchesIt() {
        assertThat(TestRun.of(folder, TestZip.bag(data), bundle.root).exit()).isZero();
    }

    @Test
    void noticesEveryFlippedByteOfTheZip() throws IOException {
        byte[] zip = TestZip.bag(data);
        Path file = TestRun.write(folder, "flipped.zip", zip);
        String root = TestRun.write(folder, "root.jwk", TestBundle.utf8(bundle.root.rootJwk()))
                .toString();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = 0; at < zip.length; at++) {
                channel.write(ByteBuffer.wrap(new byte[] {(byte) (zip[at] ^ 1 + random.nextInt(255))}), at);
                TestRun run = TestRun.of(file.toString(), "--trust-root", root);
                assertThat(run.exit()).as("byte " + at).isEqualTo(1);
                channel.write(ByteBuffer.wrap(zip, at, 1), at);
            }
        }
        assertThat(TestRun.of(file.toString(), "--trust-root", root).exit()).isZero();
    }

    @Test
    void noticesEveryFlippedByteOfEveryFileInAZipThatIsWholeAgain() {
        Map<String, byte[]> files = TestZip.files(data, TestZip.manifest(data));
        files.forEach((path, content) -> {
            for (int at : positions(content.length)) {
                byte[] flipped = flip(content, at);
                assertInvalid(TestZip.zip(replaced(files, path, flipped)), path + " byte " + at);
            }
        });
    }

    @Test
    void noticesEveryFlippedByteEvenIfTheManifestIsRewritten() {
        data.forEach((path, content) -> {
            for (int at : positions(content.length)) {
                byte[] flipped = flip(content, at);
                assertInvalid(TestZip.bag(replaced(data, path, flipped)), path + " byte " + at);
            }
        });
    }

    private byte[] flip(byte[] content, int at) {
        byte[] flipped = content.clone();
        flipped[at] ^= (byte) (1 + random.nextInt(255));
        return flipped;
    }

    private static Map<String, byte[]> replaced(Map<String, byte[]> files, String path, byte[] content) {
        var replaced = new LinkedHashMap<>(files);
        replaced.put(path, content);
        return replaced;
    }

    @Test
    void noticesEveryCutOffLength() {
        byte[] zip = TestZip.bag(data);
        for (int length = 0; length < zip.length; length += 7) {
            assertInvalid(Arrays.copyOf(zip, length), "cut to " + length);
        }
    }

    @Test
    void noticesEveryRemovedFileWithOrWithoutItsLine() {
        Map<String, byte[]> files = TestZip.files(data, TestZip.manifest(data));
        for (String path : files.keySet()) {
            var without = new LinkedHashMap<>(files);
            without.remove(path);
            assertInvalid(TestZip.zip(without), "without " + path);
        }
        for (String path : data.keySet()) {
            var without = new TreeMap<>(data);
            without.remove(path);
            assertInvalid(TestZip.bag(without), "without " + path + " and its line");
        }
    }

    @Test
    void noticesEveryRenamedFileWithOrWithoutItsLine() {
        for (String path : data.keySet()) {
            var renamed = new TreeMap<>(data);
            renamed.put(other(path), renamed.remove(path));
            assertInvalid(TestZip.bag(renamed), path + " and its line renamed");
            assertInvalid(TestZip.zip(TestZip.files(renamed, TestZip.manifest(data))), path + " renamed");
        }
    }

    /** Another name that the same place allows where there is one, so that not only the layout objects. */
    private static String other(String path) {
        return path.contains("rcp_")
                ? path.replaceAll("rcp_..", "rcp_77")
                : path.replace("one-pager", "two-pager") + "x";
    }

    @Test
    void noticesAnAddedFileWithOrWithoutItsLine() {
        for (String path : new String[] {
            "data/documents/extra.json",
            "data/receipts/rcp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.dsse.json",
            "data/certificates.pem",
            "data/notes.txt",
            "data/receipts/notes.txt",
            "manifest-sha512.txt",
            "tagmanifest-sha256.txt",
            "fetch.txt"
        }) {
            var added = new TreeMap<>(data);
            added.put(path, TestBundle.utf8("{}"));
            if (path.startsWith("data/")) {
                assertInvalid(TestZip.bag(added), path + " with its line");
            }
            assertInvalid(TestZip.zip(TestZip.files(added, TestZip.manifest(data))), path);
        }
    }

    @Test
    void noticesARewrittenManifest() {
        String manifest = TestZip.manifest(data);
        String first = manifest.lines().findFirst().orElseThrow() + "\n";
        for (String rewritten : new String[] {
            "",
            manifest.toUpperCase(Locale.ROOT),
            manifest.replace("\n", "\r\n"),
            manifest.stripTrailing(),
            manifest + "\n",
            manifest + first,
            manifest.replace("  data/", " data/"),
            manifest.replace("  data/", "  ./data/"),
            manifest.substring(first.length()),
            manifest.substring(first.length()) + first
        }) {
            assertInvalid(TestZip.zip(TestZip.files(data, rewritten)), rewritten);
        }
    }

    @Test
    void noticesATwinThatIsMissingAlthoughSigned() {
        bundle.extra.remove("data/documents/one-pager.json");
        TestRun run = TestRun.of(folder, bundle.seal(), bundle.root);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  document  data/documents/one-pager.pdf: its JSON twin");
    }
}
