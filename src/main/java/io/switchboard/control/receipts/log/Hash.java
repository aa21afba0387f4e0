package io.switchboard.control.receipts.log;

import io.switchboard.kernel.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** A node of the tree: 32 bytes. Leaves and inner nodes are told apart by a prefix before hashing (RFC 6962 section 2.1). */
public final class Hash {

    /** Bytes of a hash. */
    public static final int SIZE = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        return of(bytes, 0);
    }

    /** The hash that begins at {@code offset}. */
    public static Hash of(byte[] bytes, int offset) {
        if (offset < 0 || bytes.length - offset < SIZE) {
            throw new IllegalArgumentException("a hash has " + SIZE + " bytes");
        }
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + SIZE));
    }

    /** What the tree without leaves has as its root. */
    public static Hash empty() {
        return new Hash(Sha256.newDigest().digest());
    }

    public static Hash leaf(byte[] entry) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, SIZE);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
