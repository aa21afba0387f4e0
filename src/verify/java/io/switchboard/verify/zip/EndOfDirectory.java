package io.switchboard.verify.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Where the central directory is, as the file's last bytes say; those bytes have to be exactly what follows from it. */
record EndOfDirectory(int count, long size, long offset) {

    private static final int ZIP64 = 76;

    static EndOfDirectory read(ZipFileReader file, int maxEntries) throws IOException, MalformedZip {
        EndOfDirectory end = parse(file);
        if (end.count() < 0 || end.count() > maxEntries) {
            throw new MalformedZip("more than " + maxEntries + " entries");
        }
        byte[] tail = SealedForm.tail(end.count(), end.size(), end.offset());
        long start = end.offset() + end.size();
        if (start + tail.length != file.size() || !Arrays.equals(tail, file.read(start, tail.length))) {
            throw new MalformedZip("the end record does not close the file right behind the central directory");
        }
        return end;
    }

    private static EndOfDirectory parse(ZipFileReader file) throws IOException, MalformedZip {
        ByteBuffer last = last(file, SealedForm.END_RECORD);
        if (last.getInt(0) != SealedForm.END) {
            throw new MalformedZip(
                    "it does not end with a zip's end record: cut off, followed by other bytes, or no zip");
        }
        long size = Integer.toUnsignedLong(last.getInt(12));
        long offset = Integer.toUnsignedLong(last.getInt(16));
        int count = Short.toUnsignedInt(last.getShort(10));
        return new EndOfDirectory(count < SealedForm.MANY ? count : manyEntries(file), size, offset);
    }

    /** The true count, from the zip64 end record. */
    private static int manyEntries(ZipFileReader file) throws IOException, MalformedZip {
        long count = last(file, SealedForm.END_RECORD + ZIP64).getLong(32);
        return count < SealedForm.MANY || count > Integer.MAX_VALUE ? -1 : (int) count;
    }

    private static ByteBuffer last(ZipFileReader file, int length) throws IOException, MalformedZip {
        return ByteBuffer.wrap(file.read(file.size() - length, length)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
