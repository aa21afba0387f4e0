package io.switchboard.verify.tlog;

import java.util.Arrays;
import java.util.List;

/**
 * The text of a C2SP {@code tlog-checkpoint}: which log, how many leaves, and the root over them. Exactly these three lines; extension lines, which no
 * auditor could check, are refused.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Checkpoint(String origin, long size, byte[] root) {

    /** Reads a note's text; whether it is signed is the caller's question. */
    public static Checkpoint parse(String text) throws Refuted {
        List<String> lines = Lines.of(text);
        if (lines.size() != 3) {
            throw new Refuted("the checkpoint has " + lines.size() + " lines, not origin, size and root");
        }
        return new Checkpoint(origin(lines.get(0)), Lines.decimal("size", lines.get(1)), Lines.hash(lines.get(2)));
    }

    private static String origin(String line) throws Refuted {
        boolean printable = line.chars().allMatch(c -> c > ' ' && c <= '~' && c != '+');
        if (line.isEmpty() || !printable) {
            throw new Refuted("the checkpoint's origin is not printable ASCII without spaces and plus signs");
        }
        return line;
    }

    /** Refuses a size for which the root is not the one that it has to be: that of no leaves. */
    public void requirePlausible(TreeHasher hasher) throws Refuted {
        if (size == 0 && !Arrays.equals(root, hasher.empty())) {
            throw new Refuted("the checkpoint's root is not that of an empty tree");
        }
    }
}
