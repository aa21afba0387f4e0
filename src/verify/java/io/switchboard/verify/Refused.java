package io.switchboard.verify;

import io.switchboard.verify.json.MalformedJson;
import io.switchboard.verify.tlog.Refuted;

/** One thing does not hold; the message says what, in one line, and becomes a {@link Failure} of the check that asked. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String what) {
        super(what);
    }

    Refused(String what, Throwable cause) {
        super(what, cause);
    }

    static Refused json(String what, MalformedJson cause) {
        return new Refused(what + " is refused: " + cause.getMessage(), cause);
    }

    static Refused because(Refuted cause) {
        return new Refused(cause.what(), cause);
    }

    String what() {
        String message = getMessage();
        return message == null ? "refused" : message;
    }
}
