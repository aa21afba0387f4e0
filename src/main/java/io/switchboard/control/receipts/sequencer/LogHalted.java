package io.switchboard.control.receipts.sequencer;

/** The log is not what was signed before. Nothing more may be signed until a person has found out why; the message says what was seen. */
final class LogHalted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogHalted(String seen) {
        super(seen);
    }

    String seen() {
        return String.valueOf(getMessage());
    }
}
