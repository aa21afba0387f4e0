package io.switchboard.operations.imports.documents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A file's name and its first bytes, at most 64 KiB, by which its format is recognised. */
public final class FileHead {

    public static final int BYTES = 64 << 10;

    private final String name;
    private final byte[] bytes;

    public FileHead(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    /** Compares the first bytes, as for an archive's mark. */
    public boolean startsWith(int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The beginning as text without its byte-order mark; without a mark it is read as UTF-8. */
    public String text() {
        var text = new String(bytes, encoding());
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private Charset encoding() {
        if (startsWith(0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    /** Begins as a JSON object or an array of objects does. */
    public boolean looksLikeJson() {
        var text = text().stripLeading();
        var rest = text.isEmpty() ? "" : text.substring(1).stripLeading();
        return text.startsWith("{") && (rest.startsWith("\"") || rest.startsWith("}"))
                || text.startsWith("[") && (rest.startsWith("{") || rest.startsWith("]"));
    }
}
