package io.switchboard.control.receipts.anchoring;

/** No timestamp this time. The message says what the authority did, for operators. */
final class AnchoringException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnchoringException(String what) {
        super(what);
    }

    AnchoringException(String what, Throwable cause) {
        super(what, cause);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
