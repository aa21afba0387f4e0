package io.switchboard.operations.drills;

import io.switchboard.kernel.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a backup in a temporary file, encrypted under a key that exists in memory only: what a killed drill leaves behind, nobody can read. The digest is over what was written, before encryption;
 * the check of the restored rows is what notices a change.
 */
final class BackupFile implements AutoCloseable {

    private static final int ROW = 1;
    private static final int END = 0;
    private static final int ABSENT = -1;
    private static final int BUFFER = 1 << 16;

    /** A value is a field of one row; MariaDB itself sends none above 1 GiB. */
    private static final int LONGEST = 1 << 30;

    private final Path file;
    private final byte[] key = new byte[32];
    private final MessageDigest digest = Sha256.newDigest();

    BackupFile() throws IOException {
        this.file = Files.createTempFile("switchboard-drill-", ".backup");
        new SecureRandom().nextBytes(key);
    }

    DataOutputStream writing() throws IOException {
        var encrypted = new CipherOutputStream(Files.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE));
        return new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(encrypted, digest), BUFFER));
    }

    DataInputStream reading() throws IOException {
        var decrypted = new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE));
        return new DataInputStream(new BufferedInputStream(decrypted, BUFFER));
    }

    /** After writing has ended. */
    Sha256 digest() {
        return Sha256.finish(digest);
    }

    long bytes() throws IOException {
        return Files.size(file);
    }

    static void put(DataOutputStream out, byte[] @Nullable [] row) throws IOException {
        out.writeByte(ROW);
        for (var value : row) {
            out.writeInt(value == null ? ABSENT : value.length);
            if (value != null) {
                out.write(value);
            }
        }
    }

    static void end(DataOutputStream out) throws IOException {
        out.writeByte(END);
    }

    /** The next row of the table into {@code row}; false after its last. Answers how many bytes it has, or -1. */
    static long next(DataInputStream in, byte[] @Nullable [] row) throws IOException {
        if (in.readByte() == END) {
            return -1;
        }
        long size = 0;
        for (int i = 0; i < row.length; i++) {
            int length = in.readInt();
            if (length < ABSENT || length > LONGEST) {
                throw new IOException("the backup file is damaged");
            }
            row[i] = length == ABSENT ? null : in.readNBytes(length);
            size += Math.max(length, 0);
        }
        return size;
    }

    private Cipher cipher(int mode) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16])); // one file to a key
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every Java", e);
        }
    }

    @Override
    public void close() throws IOException {
        java.util.Arrays.fill(key, (byte) 0);
        Files.deleteIfExists(file);
    }
}
