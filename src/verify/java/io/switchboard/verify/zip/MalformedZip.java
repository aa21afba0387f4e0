package io.switchboard.verify.zip;

/** The file is not a zip in the sealed form; the message says what is wrong. */
public final class MalformedZip extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedZip(String message) {
        super(message);
    }
}
