package io.switchboard.platform.outbound;

import java.io.IOException;

/** An address that may not be called, or that did not answer as it has to: a stable code, and a sentence with what happened and what to do next. */
public final class OutboundException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public OutboundException(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
