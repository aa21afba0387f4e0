package io.switchboard.operations.imports.format;

import java.nio.charset.Charset;

/** The mark U+FEFF at the beginning of a file, as its encoding writes it. */
public final class ByteOrderMark {

    private static final String MARK = "\ufeff";

    private ByteOrderMark() {}

    /** How many bytes of the beginning are this encoding's mark: two, three, or none. */
    public static int length(byte[] head, Charset encoding) {
        var mark = MARK.getBytes(encoding);
        boolean exists = encoding.newEncoder().canEncode(MARK);
        return exists && head.length >= mark.length && startsWith(head, mark) ? mark.length : 0;
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
