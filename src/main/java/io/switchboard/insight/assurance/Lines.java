package io.switchboard.insight.assurance;

import io.switchboard.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A SHA-256 over lines of text, each ended by LF: what {@code sha256sum} says of a file with them. Keeps no line. */
final class Lines {

    private final MessageDigest digest = Sha256.newDigest();

    void add(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** Ends it: nothing is added afterwards. */
    Sha256 digest() {
        return Sha256.finish(digest);
    }
}
