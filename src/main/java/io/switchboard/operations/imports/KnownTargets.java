package io.switchboard.operations.imports;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Target rows by key, as bytes: a row takes little more memory than its text. Keys are hashed with a random factor, so nobody can choose some that collide. */
final class KnownTargets {

    private static final int BLOCK_BITS = 20;

    private final long factor = new Random().nextLong() | 1;
    private final List<ByteBuffer> blocks = new ArrayList<>();
    /** Addresses of rows, block and position in it, plus one; zero is a free slot. */
    private int[] slots;

    private int size;

    KnownTargets(int expected) {
        slots = new int[Integer.highestOneBit(Math.max(expected, 8)) * 4];
    }

    void add(TargetRow row) {
        if (++size > slots.length / 2) {
            grow();
        }
        slots[free(row.key())] = append(row) + 1;
    }

    Optional<TargetRow> find(String key) {
        for (int slot = start(key); slots[slot] != 0; slot = next(slot)) {
            var row = at(slots[slot] - 1);
            if (row.key().equals(key)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private TargetRow at(int address) {
        return TargetRow.read(blocks.get(address >>> BLOCK_BITS).duplicate().position(address & (1 << BLOCK_BITS) - 1));
    }

    private int append(TargetRow row) {
        if (blocks.isEmpty() || blocks.getLast().remaining() < row.length()) {
            blocks.add(ByteBuffer.allocate(Math.max(1 << BLOCK_BITS, row.length())));
        }
        var block = blocks.getLast();
        int address = (blocks.size() - 1 << BLOCK_BITS) + block.position();
        row.write(block);
        if (block.capacity() > 1 << BLOCK_BITS) {
            block.limit(block.position()); // a row longer than a block has one of its own: no address reaches further
        }
        return address;
    }

    private void grow() {
        var old = slots;
        slots = new int[old.length * 2];
        for (int address : old) {
            if (address != 0) {
                slots[free(at(address - 1).key())] = address;
            }
        }
    }

    private int free(String key) {
        int slot = start(key);
        while (slots[slot] != 0) {
            slot = next(slot);
        }
        return slot;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    private int start(String key) {
        long hash = key.length();
        for (int i = 0; i < key.length(); i++) {
            hash = (hash + key.charAt(i)) * factor;
        }
        return (int) (hash >>> 32) & slots.length - 1;
    }
}
