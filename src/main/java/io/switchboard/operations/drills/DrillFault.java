package io.switchboard.operations.drills;

/** Why a drill failed: a code for the receipt and a sentence for people, which names tables and never values. */
final class DrillFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    DrillFault(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
