package io.switchboard.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the sealed form as docs/formats/evidence-bundle.md tells a writer to. */
final class TestZip {

    static final String BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private TestZip() {}

    /** The whole bag: declaration and manifest of {@code data} (paths from data/ on), then the data. */
    static byte[] bag(Map<String, byte[]> data) {
        return zip(files(data, manifest(data)));
    }

    static Map<String, byte[]> files(Map<String, byte[]> data, String manifest) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("bagit.txt", BAGIT.getBytes(StandardCharsets.US_ASCII));
        files.put("manifest-sha256.txt", manifest.getBytes(StandardCharsets.US_ASCII));
        files.putAll(new TreeMap<>(data));
        return files;
    }

    static String manifest(Map<String, byte[]> data) {
        var manifest = new StringBuilder();
        new TreeMap<>(data)
                .forEach((path, bytes) -> manifest.append(HexFormat.of().formatHex(TestKey.sha256(bytes)))
                        .append("  ")
                        .append(path)
                        .append('\n'));
        return manifest.toString();
    }

    static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(stored(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static ZipEntry stored(String path, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        return entry;
    }
}
