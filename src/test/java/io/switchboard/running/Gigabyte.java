package io.switchboard.running;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A beginning and then the same letter up to one gigabyte; never in memory as a whole. */
final class Gigabyte extends InputStream {

    private final byte[] beginning;
    private long given;

    Gigabyte(String beginning) {
        this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int read() {
        if (given == 1 << 30) {
            return -1;
        }
        return given < beginning.length ? beginning[(int) given++] : letter();
    }

    private int letter() {
        given++;
        return 'x';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (given < beginning.length || length == 0) {
            return one(bytes, offset, length);
        }
        int many = (int) Math.min(length, (1 << 30) - given);
        Arrays.fill(bytes, offset, offset + many, (byte) 'x');
        given += many;
        return many == 0 ? -1 : many;
    }

    private int one(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        bytes[offset] = (byte) read();
        return 1;
    }
}
