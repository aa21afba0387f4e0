package io.switchboard.control.receipts.fsck;

/** The first thing that is not as it was signed; the message names row, index or file. */
final class Difference extends Exception {

    private static final long serialVersionUID = 1L;

    Difference(String what) {
        super(what);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
