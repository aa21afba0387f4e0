package io.switchboard.operations.imports;

/**
 * Tells whether a key may have come before (a Bloom filter, so the memory does not grow with the keys: at most 8 MiB). A repetition is always noticed; one in a million
 * is none.
 */
final class SeenKeys {

    private static final int HASHES = 6;
    private static final int BITS_PER_KEY = 64;
    private static final int MOST_BITS = 1 << 26;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long[] words;
    private boolean repeated;

    SeenKeys(long expected) {
        long bits = Long.highestOneBit(Math.clamp(expected * BITS_PER_KEY, 64, MOST_BITS));
        this.words = new long[(int) (bits / Long.SIZE)];
    }

    void add(String key) {
        long hash = hash(key);
        long step = hash * FACTOR | 1;
        boolean isNew = false;
        for (int i = 0; i < HASHES; i++) {
            int bit = (int) (hash >>> 32) & words.length * Long.SIZE - 1;
            isNew |= (words[bit >>> 6] & 1L << bit) == 0;
            words[bit >>> 6] |= 1L << bit;
            hash += step;
        }
        repeated |= !isNew;
    }

    boolean mayRepeat() {
        return repeated;
    }

    private static long hash(String key) {
        long hash = key.length();
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FACTOR;
            hash ^= hash >>> 32;
        }
        return hash * FACTOR;
    }
}
