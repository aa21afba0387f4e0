package io.switchboard.control.receipts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with one byte changed for as long as this is open. */
final class Altered implements AutoCloseable {

    private final Path file;
    private final byte[] before;

    private Altered(Path file, byte[] before) {
        this.file = file;
        this.before = before;
    }

    /** Flips the byte's lowest bit; one from the end has a negative {@code at}. */
    static Altered bit(Path file, int at) throws IOException {
        return at(file, at, (byte) 1);
    }

    /** Exchanges a letter for another one of base64, so that it is the value that is wrong and not its form. */
    static Altered letter(Path file, int at) throws IOException {
        byte[] content = Files.readAllBytes(file);
        byte letter = content[at];
        return at(file, at, (byte) (letter ^ (letter == 'A' ? 'B' : 'A')));
    }

    private static Altered at(Path file, int at, byte flip) throws IOException {
        byte[] before = Files.readAllBytes(file);
        byte[] after = before.clone();
        after[at < 0 ? after.length + at : at] ^= flip;
        Files.write(file, after);
        return new Altered(file, before);
    }

    @Override
    public void close() throws IOException {
        Files.write(file, before);
    }
}
