package io.switchboard.verify.tlog;

/** A known Ed25519 key that signs notes under a name. */
public interface NoteKey {

    /** The name in its signature lines. */
    String name();

    /** The raw public key, 32 bytes. */
    byte[] publicKey();

    /** Whether {@code signature} is this key's over {@code message}; false for one of another length. */
    boolean verifies(byte[] message, byte[] signature);
}
