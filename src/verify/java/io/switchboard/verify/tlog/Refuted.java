package io.switchboard.verify.tlog;

/** A note, proof or tile is malformed or does not prove what it should; the message says what, in one line. */
public final class Refuted extends Exception {

    private static final long serialVersionUID = 1L;

    Refuted(String what) {
        super(what);
    }

    Refuted(String what, Throwable cause) {
        super(what, cause);
    }

    /** The reason. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
