package io.switchboard.operations.administration.scim.filter;

/** A filter or path that is not well formed or larger than what is read; the message says where and what to do. */
public final class SyntaxFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SyntaxFault(String message) {
        super(message, null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
