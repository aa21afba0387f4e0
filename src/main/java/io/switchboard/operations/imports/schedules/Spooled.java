package io.switchboard.operations.imports.schedules;

import io.switchboard.kernel.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A fetched file while its digest says whether anybody needs it: on disk, readable by the portal's user only, and gone with {@code close}. */
final class Spooled implements AutoCloseable {

    private final Path file;
    private final MessageDigest digest = Sha256.newDigest();

    Spooled() throws IOException {
        file = Files.createTempFile("switchboard-import-", ".part");
    }

    OutputStream out() throws IOException {
        return new DigestOutputStream(Files.newOutputStream(file), digest);
    }

    /** Once, after the last byte. */
    Sha256 digest() {
        return Sha256.finish(digest);
    }

    InputStream in() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
