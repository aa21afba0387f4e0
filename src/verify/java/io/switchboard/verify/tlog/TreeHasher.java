package io.switchboard.verify.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962 §2.1, 32 bytes each; the prefixes keep leaves and nodes apart. It reuses its buffers and is for one thread. */
public final class TreeHasher {

    /** Bytes of a hash. */
    public static final int SIZE = 32;

    private final MessageDigest digest = sha256();
    private final byte[] leaf = new byte[1 + SIZE];
    private final byte[] node = new byte[1 + 2 * SIZE];

    public TreeHasher() {
        node[0] = 1;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The root of the tree without leaves. */
    public byte[] empty() {
        return digest.digest();
    }

    /** The leaf of an {@code entry} of {@value #SIZE} bytes. */
    public byte[] leaf(byte[] entry) {
        System.arraycopy(entry, 0, leaf, 1, SIZE);
        return digest.digest(leaf);
    }

    /** The parent of two hashes. */
    public byte[] node(byte[] left, byte[] right) {
        System.arraycopy(left, 0, node, 1, SIZE);
        System.arraycopy(right, 0, node, 1 + SIZE, SIZE);
        return digest.digest(node);
    }
}
