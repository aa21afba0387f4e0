package io.switchboard.verify.json;

/** The bytes are not JSON that this verifier takes; the message says what is wrong and where (a character offset). */
public final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedJson(String message) {
        super(message);
    }

    MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
