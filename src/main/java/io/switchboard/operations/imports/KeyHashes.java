package io.switchboard.operations.imports;

import java.util.Random;

/** A set of keys as 64-bit hashes, 16 to 32 bytes a key whatever its length. Hashed with random factors, so nobody can choose two keys that collide; by chance, two of a million keys do in one of some forty million files. */
final class KeyHashes {

    private static final int START = 1 << 10;

    private final Seed seed;
    /** Zero is a free slot; the hash of no key is zero. */
    private long[] slots = new long[START];

    private int size;

    /** What sets have in common whose keys are compared with each other. */
    static final class Seed {

        private final long factor;
        private final long addend;

        Seed() {
            var random = new Random();
            factor = random.nextLong() | 1;
            addend = random.nextLong();
        }

        long hash(String key) {
            long hash = addend + key.length();
            for (int i = 0; i < key.length(); i++) {
                hash = (hash ^ key.charAt(i)) * factor;
                hash ^= hash >>> 29;
            }
            hash = (hash ^ hash >>> 32) * factor;
            hash ^= hash >>> 31;
            return hash == 0 ? 1 : hash;
        }
    }

    KeyHashes(Seed seed) {
        this.seed = seed;
    }

    void add(String key) {
        add(seed.hash(key));
    }

    boolean has(String key) {
        return has(seed.hash(key));
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** What is here and not in the other set. */
    KeyHashes without(KeyHashes other) {
        var rest = new KeyHashes(seed);
        for (long hash : slots) {
            if (hash != 0 && !other.has(hash)) {
                rest.add(hash);
            }
        }
        return rest;
    }

    private void add(long hash) {
        int slot = slot(hash);
        if (slots[slot] == 0) {
            slots[slot] = hash;
            if (++size > slots.length / 2) {
                grow();
            }
        }
    }

    private boolean has(long hash) {
        return slots[slot(hash)] == hash;
    }

    private void grow() {
        var old = slots;
        slots = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                slots[slot(hash)] = hash;
            }
        }
    }

    private int slot(long hash) {
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
