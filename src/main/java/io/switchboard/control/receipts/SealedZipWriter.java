package io.switchboard.control.receipts;

import io.switchboard.kernel.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The one byte form that a bundle with this content may have: BagIt (RFC 8493) in a STORED zip with fixed times. */
final class SealedZipWriter {

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0); // January makes the JDK add a field
    private static final String BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private SealedZipWriter() {}

    /** Does not close {@code to}. */
    static void write(Spool spool, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        add(zip, "bagit.txt", BAGIT);
        add(zip, "manifest-sha256.txt", manifest(spool));
        try (Spool.Reader reader = spool.reader()) {
            for (Spool.Item item : spool.items()) {
                zip.putNextEntry(entry(item.path(), item.size(), item.crc()));
                reader.copy(item, zip);
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static String manifest(Spool spool) {
        var manifest = new StringBuilder();
        for (Spool.Item item : spool.items()) {
            Sha256 digest = item.digest();
            manifest.append(digest.hex()).append("  ").append(item.path()).append('\n');
        }
        return manifest.toString();
    }

    private static void add(ZipOutputStream zip, String path, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(content);
        zip.putNextEntry(entry(path, content.length, crc.getValue()));
        zip.write(content);
        zip.closeEntry();
    }

    private static ZipEntry entry(String path, long size, long crc) {
        var entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc);
        entry.setTimeLocal(TIME);
        return entry;
    }
}
