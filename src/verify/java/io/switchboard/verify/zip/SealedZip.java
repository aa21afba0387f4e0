package io.switchboard.verify.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * An open bundle: a zip in the sealed form, STORED entries only. Opening checks limits and every header before any content is read; what is
 * stored as it is cannot unpack to more than its size. Reading checks the CRC-32.
 */
public final class SealedZip implements Closeable {

    /** Entries that a bundle may have at most. */
    public static final int MAX_ENTRIES = 250_000;

    private static final long MAX_SIZE = 0xffff_fffeL;
    private static final int CHUNK = 1 << 16;

    private final ZipFileReader file;
    private final Map<String, ZipEntryInfo> entries;

    private SealedZip(ZipFileReader file, Map<String, ZipEntryInfo> entries) {
        this.file = file;
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** Opens {@code path} and checks everything but the contents. */
    public static SealedZip open(Path path) throws IOException, MalformedZip {
        var file = new ZipFileReader(path);
        try {
            return new SealedZip(file, directory(file));
        } catch (IOException | MalformedZip | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Map<String, ZipEntryInfo> directory(ZipFileReader file) throws IOException, MalformedZip {
        if (file.size() > MAX_SIZE) {
            throw new MalformedZip("larger than 4 GiB");
        }
        return CentralDirectory.read(file, EndOfDirectory.read(file, MAX_ENTRIES));
    }

    /** The entries by name, in the order of the zip. */
    public Map<String, ZipEntryInfo> entries() {
        return entries;
    }

    /** The whole content; the caller has looked at the size. */
    public byte[] read(ZipEntryInfo entry) throws IOException, MalformedZip {
        byte[] content = file.read(entry.content(), entry.size());
        var crc = new CRC32();
        crc.update(content);
        requireCrc(entry, crc);
        return content;
    }

    /** Feeds the content to {@code digest} without holding it. */
    public void digest(ZipEntryInfo entry, MessageDigest digest) throws IOException, MalformedZip {
        var crc = new CRC32();
        for (long at = entry.content(); at < entry.end(); at += CHUNK) {
            ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, entry.end() - at));
            file.read(at, chunk);
            crc.update(chunk.array());
            digest.update(chunk.array());
        }
        requireCrc(entry, crc);
    }

    private static void requireCrc(ZipEntryInfo entry, CRC32 crc) throws MalformedZip {
        if ((int) crc.getValue() != entry.crc()) {
            throw new MalformedZip("the content does not match its CRC-32");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
