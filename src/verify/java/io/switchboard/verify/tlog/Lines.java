package io.switchboard.verify.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What the text formats of C2SP have in common: lines that end with a line feed, decimals and base64 with one text for each value. */
final class Lines {

    /** More hashes than the path of any tree of 63 bit has. */
    private static final int MAX_HASHES = 128;

    private static final int HASH_CHARACTERS = 44;
    private static final String NO_STRAY_BITS = "AEIMQUYcgkosw048";

    private Lines() {}

    /** UTF-8 without control characters but the line feed. */
    static String text(byte[] bytes) throws Refuted {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n') {
                throw new Refuted("it holds a control character");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refuted("it is not UTF-8", e);
        }
    }

    /** The lines of {@code text}, of which each ends with a line feed. */
    static List<String> of(String text) throws Refuted {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        if (start < text.length()) {
            throw new Refuted("its last line has no line feed");
        }
        return lines;
    }

    /** A whole number of at most 63 bits, without leading zeros. */
    static long decimal(String what, String text) throws Refuted {
        boolean formed = !text.isEmpty()
                && text.length() <= 19
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        try {
            if (formed) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            throw new Refuted("the " + what + " is above 63 bits", e);
        }
        throw new Refuted("the " + what + " is not a decimal without leading zeros");
    }

    static List<byte[]> hashes(List<String> lines) throws Refuted {
        if (lines.size() > MAX_HASHES) {
            throw new Refuted("it has " + lines.size() + " hashes, more than any path needs");
        }
        var hashes = new ArrayList<byte[]>(lines.size());
        for (String line : lines) {
            hashes.add(hash(line));
        }
        return hashes;
    }

    static byte[] hash(String line) throws Refuted {
        boolean formed = line.length() == HASH_CHARACTERS
                && line.charAt(HASH_CHARACTERS - 1) == '='
                && NO_STRAY_BITS.indexOf(line.charAt(HASH_CHARACTERS - 2)) >= 0;
        if (!formed) {
            throw new Refuted("a line is not the base64 of a SHA-256 hash");
        }
        return decoded(line);
    }

    static byte[] base64(String text) throws Refuted {
        byte[] bytes = decoded(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new Refuted("base64 with stray bits or wrong padding");
        }
        return bytes;
    }

    private static byte[] decoded(String text) throws Refuted {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Refuted("a line is not base64", e);
        }
    }
}
