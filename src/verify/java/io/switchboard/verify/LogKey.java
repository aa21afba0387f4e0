package io.switchboard.verify;

import io.switchboard.verify.tlog.NoteKey;

/** A log key of the set, as it signs notes: under the log's origin. */
record LogKey(String name, SigningKey key, Ed25519Key ed25519) implements NoteKey {

    @Override
    public byte[] publicKey() {
        return ed25519.raw();
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return ed25519.verifies(message, signature);
    }
}
