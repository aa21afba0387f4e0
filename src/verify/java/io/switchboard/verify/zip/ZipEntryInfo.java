package io.switchboard.verify.zip;

import java.nio.charset.StandardCharsets;

/** One stored file: its safe ASCII name, its size in bytes, its CRC-32, and where its local header begins. */
public record ZipEntryInfo(String name, long size, int crc, long header) {

    static final int LOCAL_HEADER = 30;

    byte[] nameBytes() {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    long content() {
        return header + LOCAL_HEADER + name.length();
    }

    long end() {
        return content() + size;
    }
}
