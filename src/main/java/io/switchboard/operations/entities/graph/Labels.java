package io.switchboard.operations.entities.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Id, key and title of every node as UTF-8 in one array: a few dozen bytes a node instead of three objects. Ids are found by halving. */
final class Labels {

    private static final int TEXTS = 3;

    private final byte[] bytes;
    private final int[] ends;
    private final int[] byId;

    private Labels(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
        this.byId = IntStream.range(0, ends.length / TEXTS)
                .boxed()
                .sorted((a, b) -> compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    String id(int node) {
        return text(TEXTS * node);
    }

    String key(int node) {
        return text(TEXTS * node + 1);
    }

    String title(int node) {
        return text(TEXTS * node + 2);
    }

    /** The node with this id, or a negative number. */
    int find(String id) {
        var wanted = id.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = byId.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(byId[middle], wanted);
            if (order == 0) {
                return byId[middle];
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    long size() {
        return bytes.length + 4L * ends.length + 4L * byId.length;
    }

    private int compare(int node, int other) {
        return Arrays.compareUnsigned(
                bytes, start(TEXTS * node), ends[TEXTS * node], bytes, start(TEXTS * other), ends[TEXTS * other]);
    }

    private int compare(int node, byte[] id) {
        return Arrays.compareUnsigned(bytes, start(TEXTS * node), ends[TEXTS * node], id, 0, id.length);
    }

    private String text(int number) {
        int start = start(number);
        return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** Takes the labels node by node. */
    static final class Writer {

        private byte[] bytes = new byte[4096];
        private int length;
        private final Ints ends = new Ints();

        void add(String id, String key, String title) {
            append(id);
            append(key);
            append(title);
        }

        long size() {
            return length + 4L * ends.size() / TEXTS * (TEXTS + 1);
        }

        Labels done() {
            return new Labels(Arrays.copyOf(bytes, length), ends.toArray());
        }

        private void append(String text) {
            var encoded = text.getBytes(StandardCharsets.UTF_8);
            if (length > Integer.MAX_VALUE / 2 - encoded.length) {
                throw new GraphTooLarge("a gigabyte of names");
            }
            if (length + encoded.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + encoded.length, 2 * length));
            }
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
            ends.add(length);
        }
    }
}
