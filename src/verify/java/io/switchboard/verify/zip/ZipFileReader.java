package io.switchboard.verify.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads ranges of the file; a range that the file does not have is a refusal. */
final class ZipFileReader implements Closeable {

    private final FileChannel channel;

    ZipFileReader(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    long size() throws IOException {
        return channel.size();
    }

    byte[] read(long offset, long length) throws IOException, MalformedZip {
        if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || offset + length > channel.size()) {
            throw new MalformedZip("a record reaches beyond the end of the file");
        }
        var bytes = new byte[(int) length];
        read(offset, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** Fills {@code into}. */
    void read(long offset, ByteBuffer into) throws IOException, MalformedZip {
        long at = offset;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                throw new MalformedZip("the file became shorter while it was read");
            }
            at += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
