package io.switchboard.verify;

import java.util.HexFormat;

/** A file's bytes and their SHA-256, computed once for manifest, statement and log. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LoadedFile(byte[] bytes, byte[] sha256) {

    static LoadedFile of(byte[] bytes) {
        return new LoadedFile(bytes, Digests.sha256().digest(bytes));
    }

    String hex() {
        return HexFormat.of().formatHex(sha256);
    }
}
