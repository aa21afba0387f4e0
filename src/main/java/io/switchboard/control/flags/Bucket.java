package io.switchboard.control.flags;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Where somebody stands among a hundred: MurmurHash3 (x86, 32 bit, seed 0) of {@code flag:key}, unsigned, modulo 100, plus 1, as Unleash's client specification normalises it. It depends
 * on nothing else, so it is the same on every node and after every restart, and another one for every flag.
 */
final class Bucket {

    private static final int BUCKETS = 100;

    private Bucket() {}

    /** From 1 to 100. */
    static int of(String flag, String key) {
        int hash = Hashing.murmur3_32_fixed()
                .hashString(flag + ":" + key, StandardCharsets.UTF_8)
                .asInt();
        return Integer.remainderUnsigned(hash, BUCKETS) + 1;
    }
}
