package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle whose contents are right but whose zip is not in the one form that a bundle has. */
class ZipFormTest {

    @TempDir
    Path folder;

    private final TestBundle bundle = new TestBundle(1);
    private final Map<String, byte[]> files = TestZip.files(bundle.data(), TestZip.manifest(bundle.data()));
    private final byte[] right = TestZip.zip(files);

    private void assertRefused(byte[] zip, String because) {
        TestRun run = TestRun.of(folder, zip, bundle.root);
        assertThat(run.exit()).as(because).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  ").contains(because);
    }

    private byte[] written(Consumer<ZipEntry> change, Consumer<ZipOutputStream> whole) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            whole.accept(zip);
            for (var file : files.entrySet()) {
                ZipEntry entry = TestZip.stored(file.getKey(), file.getValue());
                change.accept(entry);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private byte[] written(Consumer<ZipEntry> change) {
        return written(change, zip -> {});
    }

    @Test
    void takesExactlyWhatTheDocumentedWriterWrites() {
        assertThat(written(entry -> {})).isEqualTo(right);
        assertThat(TestRun.of(folder, right, bundle.root).exit()).isZero();
    }

    @Test
    void refusesOtherMetadata() {
        assertRefused(written(e -> e.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0))), "time or date");
        assertRefused(written(e -> e.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0))), "time or date");
        assertRefused(written(e -> e.setComment("hello")), "comment");
        assertRefused(written(e -> e.setExtra(new byte[] {1, 2, 0, 0})), "extra field");
        assertRefused(written(e -> {}, zip -> zip.setComment("hello")), "end record");
    }

    @Test
    void refusesCompressedEntriesBeforeInflatingAnything() {
        assertRefused(
                written(e -> {
                    e.setMethod(ZipEntry.DEFLATED);
                    e.setCompressedSize(-1);
                }),
                "is not in the sealed form: version made by or needed");
    }

    @Test
    void refusesBytesBeforeBetweenAndAfter() {
        byte[] before = new byte[right.length + 4];
        System.arraycopy(right, 0, before, 4, right.length);
        assertRefused(before, "end record");
        assertRefused(Arrays.copyOf(right, right.length + 1), "end record");
        byte[] twice = Arrays.copyOf(right, right.length * 2);
        System.arraycopy(right, 0, twice, right.length, right.length);
        assertRefused(twice, "end record");
    }

    @Test
    void refusesWhatIsNoZip() {
        assertRefused(new byte[0], "FAIL  zip  bundle.zip");
        assertRefused(TestBundle.utf8("hello"), "FAIL  zip  bundle.zip");
        assertRefused(new byte[1 << 16], "FAIL  zip  bundle.zip");
    }

    @Test
    void refusesNamesThatLeaveTheFolder() {
        for (String name : List.of(
                "../evil",
                "data/../../evil",
                "/etc/passwd",
                "C:/evil",
                "data\\evil",
                "data//x",
                "data/.hidden",
                "data/",
                "d\u00e4ta/x",
                "data/\u001b[31mred")) {
            var evil = new LinkedHashMap<>(files);
            evil.put(name, new byte[] {1});
            TestRun run = TestRun.of(folder, TestZip.zip(evil), bundle.root);
            assertThat(run.exit()).as(name).isEqualTo(1);
            assertThat(run.out())
                    .as(name)
                    .contains("is not a plain relative path")
                    .doesNotContain("\u001b");
        }
    }

    @Test
    void refusesTwoEntriesOfOneName() {
        // Same length, so every offset stays right; the CRC does not cover names.
        var two = new LinkedHashMap<>(files);
        two.put("data/documents/aaaaaaaaa.json", new byte[] {1});
        byte[] zip = renamed(TestZip.zip(two), "data/documents/aaaaaaaaa.json", "data/documents/one-pager.json");
        assertRefused(zip, "two entries are called data/documents/one-pager.json");
    }

    @Test
    void refusesALocalNameOtherThanTheCentralOne() {
        byte[] zip = right.clone();
        int local = new String(zip, StandardCharsets.ISO_8859_1).indexOf("data/VERIFY.md# How");
        zip[local + 5] = 'W';
        assertRefused(zip, "the local header of data/VERIFY.md does not match the central directory: name");
    }

    @Test
    void refusesACrcThatBothHeadersAgreeOnButTheContentDoesNot() {
        String crc = Integer.toHexString(
                (int) TestZip.stored("x", TestBundle.utf8("# How to verify\n")).getCrc());
        byte[] bytes = HexFormat.of().parseHex("0".repeat(8 - crc.length()) + crc);
        String found = new String(new byte[] {bytes[3], bytes[2], bytes[1], bytes[0]}, StandardCharsets.ISO_8859_1);
        assertRefused(renamed(right, found, "abcd"), "data/VERIFY.md: the content does not match its CRC-32");
    }

    @Test
    void refusesAnotherOrder() {
        var swapped = new LinkedHashMap<String, byte[]>();
        swapped.put("manifest-sha256.txt", files.get("manifest-sha256.txt"));
        swapped.putAll(files);
        assertRefused(TestZip.zip(swapped), "the files are not in the order");
    }

    @Test
    void refusesADeclarationThatSaysSomethingElse() {
        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                text -> text.replace("1.0", "0.97"), text -> text + "\n", text -> text.replace("\n", "\r\n"))) {
            var changed = new LinkedHashMap<>(files);
            changed.put("bagit.txt", TestBundle.utf8(change.apply(TestZip.BAGIT)));
            assertRefused(TestZip.zip(changed), "FAIL  layout  bagit.txt");
        }
    }

    @Test
    void refusesAFileThatIsTooLargeForItsPlace() {
        bundle.extra.put("data/checkpoint", new byte[(1 << 20) + 1]);
        assertRefused(bundle.seal(), "FAIL  layout  data/checkpoint: larger than 1048576 bytes");
    }

    @Test
    void readsMoreFilesThanAPlainZipCanCount() {
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 66_000; i++) {
            many.put("data/documents/d" + i + ".json", new byte[0]);
        }
        // No bundle, but read to the end: what is missing is named, and nothing about the zip.
        TestRun run = TestRun.of(folder, TestZip.zip(many), bundle.root);
        assertThat(run.out()).contains("FAIL  layout  bagit.txt: missing").doesNotContain("FAIL  zip");
    }

    @Test
    void refusesMoreFilesThanTheLimitBeforeReadingThem() {
        byte[] zip = right.clone();
        zip[zip.length - 12] = (byte) 0xff;
        zip[zip.length - 11] = (byte) 0xff;
        assertRefused(zip, "more than 250000 entries");
    }

    private static byte[] renamed(byte[] zip, String from, String to) {
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace(from, to);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
