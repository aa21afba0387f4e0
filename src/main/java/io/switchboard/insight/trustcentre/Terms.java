package io.switchboard.insight.trustcentre;

import io.switchboard.kernel.Sha256;

/** What is accepted before anything is handed out. {@code version} counts from 1; 0 is none yet. The digest is that of the text in UTF-8. */
public record Terms(int version, String text) {

    static final Terms NONE = new Terms(0, "");

    public Sha256 digest() {
        return Sha256.of(text);
    }
}
