package io.switchboard.operations.imports.format;

import io.switchboard.operations.imports.documents.UnreadableFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Recognises a file's encoding from all of its bytes as they stream past: a byte-order mark, else UTF-8 if every byte fits it, else
 * windows-1252. Archives and binary files are refused here, before anything parses them.
 */
public final class EncodingProbe {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer scratch = CharBuffer.allocate(8192);
    private final byte[] head = new byte[4];
    private byte[] carry = new byte[0];
    private long seen;
    private boolean isUtf8 = true;
    private boolean hasNul;

    public void update(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (seen + i < head.length) {
                head[(int) (seen + i)] = bytes[i];
            }
            hasNul |= bytes[i] == 0;
        }
        seen += length;
        if (isUtf8) {
            decode(bytes, length);
        }
    }

    /** The encoding; the separator is still the comma. Refuses empty and binary files. */
    public CsvDialect finish() {
        if (seen == 0) {
            throw new UnreadableFile("empty-file", "The file is empty. Choose a file with a header line and rows.");
        }
        if (startsWith(0xFF, 0xFE)) {
            return new CsvDialect(StandardCharsets.UTF_16LE, 2, ',');
        }
        if (startsWith(0xFE, 0xFF)) {
            return new CsvDialect(StandardCharsets.UTF_16BE, 2, ',');
        }
        refuseBinary();
        if (isUtf8 && carry.length == 0) {
            return new CsvDialect(StandardCharsets.UTF_8, startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0, ',');
        }
        return new CsvDialect(WINDOWS, 0, ',');
    }

    private void refuseBinary() {
        if (startsWith('P', 'K', 3, 4)) {
            throw new UnreadableFile(
                    "not-csv",
                    "The file is a zip archive or a workbook, not CSV. Save it as CSV (UTF-8) and upload that.");
        }
        if (startsWith(0x1F, 0x8B)) {
            throw new UnreadableFile("not-csv", "The file is compressed (gzip). Unpack it and upload the CSV.");
        }
        if (hasNul) {
            throw new UnreadableFile(
                    "not-csv", "The file has NUL bytes, so it is not text. Save it as CSV (UTF-8) and upload that.");
        }
    }

    private boolean startsWith(int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= seen || (head[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private void decode(byte[] bytes, int length) {
        var in = ByteBuffer.allocate(carry.length + length)
                .put(carry)
                .put(bytes, 0, length)
                .flip();
        while (true) {
            var result = utf8.decode(in, scratch.clear(), false);
            if (result.isError()) {
                isUtf8 = false;
                return;
            }
            if (result.isUnderflow()) {
                carry = new byte[in.remaining()];
                in.get(carry);
                return;
            }
        }
    }
}
