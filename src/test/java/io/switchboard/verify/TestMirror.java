package io.switchboard.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a log of less than 65,536 entries as C2SP tlog-tiles lays it out, each tile from the recursive definition of its hashes. */
final class TestMirror {

    private TestMirror() {}

    static void write(Path folder, TestLog log) throws IOException {
        for (int first = 0; first < log.size(); first += 256) {
            int width = Math.min(256, log.size() - first);
            var entries = new ByteArrayOutputStream();
            var hashes = new ByteArrayOutputStream();
            for (int i = first; i < first + width; i++) {
                entries.writeBytes(new byte[] {0, 32});
                entries.writeBytes(log.entries.get(i));
                hashes.writeBytes(log.root(i, i + 1));
            }
            write(folder.resolve("tile/entries/" + name(first / 256, width)), entries.toByteArray());
            write(folder.resolve("tile/0/" + name(first / 256, width)), hashes.toByteArray());
        }
        int full = log.size() / 256;
        if (full > 0) {
            var hashes = new ByteArrayOutputStream();
            for (int tile = 0; tile < full; tile++) {
                hashes.writeBytes(log.root(tile * 256, tile * 256 + 256));
            }
            write(folder.resolve("tile/1/" + name(0, full)), hashes.toByteArray());
        }
    }

    private static String name(int index, int width) {
        return "00" + index + (width == 256 ? "" : ".p/" + width);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
