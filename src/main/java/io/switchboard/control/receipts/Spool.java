package io.switchboard.control.receipts;

import io.switchboard.kernel.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The files of a bundle in the making, one after the other in a temporary file: a zip entry needs its checksum first, and the manifest, which
 * comes before the content, needs every digest. In memory is only what is kept per file.
 */
final class Spool implements AutoCloseable {

    private final Path file;
    private final OutputStream out;
    private final TreeMap<String, Item> items = new TreeMap<>();
    private long end;

    Spool() throws IOException {
        file = Files.createTempFile("evidence-", ".spool"); // readable by the owner only
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    void add(String path, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        if (items.put(path, new Item(path, end, content.length, crc.getValue(), Sha256.of(content))) != null) {
            throw new IllegalStateException("two files of a bundle are called " + path);
        }
        out.write(content);
        end += content.length;
    }

    /** By path: ASCII, so in the order of its bytes. */
    Collection<Item> items() {
        return items.values();
    }

    long bytes() {
        return end;
    }

    Reader reader() throws IOException {
        out.flush();
        return new Reader(Files.newByteChannel(file));
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.delete(file);
        }
    }

    record Item(String path, long offset, int size, long crc, Sha256 digest) {}

    /** Reads items back in any order. */
    record Reader(SeekableByteChannel channel) implements AutoCloseable {

        void copy(Item item, OutputStream to) throws IOException {
            channel.position(item.offset());
            InputStream in = Channels.newInputStream(channel);
            to.write(in.readNBytes(item.size()));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
