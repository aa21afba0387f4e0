package io.switchboard.verify.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A C2SP entry bundle: each entry after its length in two bytes, big-endian. The entries of this log are SHA-256 digests. */
public final class EntryBundle {

    /** Bytes of one entry with its length. */
    public static final int ENTRY_BYTES = 2 + TreeHasher.SIZE;

    private EntryBundle() {}

    /** The first {@code count} entries; a bundle that holds more is the later state of the same. {@code first} is the index of the first in the log. */
    public static List<byte[]> read(byte[] bytes, int count, long first) throws Refuted {
        var entries = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            int at = i * ENTRY_BYTES;
            if (at + 2 > bytes.length) {
                throw new Refuted("it ends before entry " + (first + i));
            }
            int length = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
            if (length != TreeHasher.SIZE) {
                throw new Refuted("entry " + (first + i) + " has " + length + " bytes, not " + TreeHasher.SIZE);
            }
            if (at + ENTRY_BYTES > bytes.length) {
                throw new Refuted("it ends within entry " + (first + i));
            }
            entries.add(Arrays.copyOfRange(bytes, at + 2, at + ENTRY_BYTES));
        }
        return entries;
    }
}
