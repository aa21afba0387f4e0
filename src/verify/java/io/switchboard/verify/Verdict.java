package io.switchboard.verify;

/** The answer in one word. {@code SELF_ASSERTED}: all fits together, but nothing outside the bundle vouches for its keys. */
enum Verdict {
    VALID("valid"),
    SELF_ASSERTED("self-asserted"),
    INVALID("invalid");

    private final String wire;

    Verdict(String wire) {
        this.wire = wire;
    }

    static Verdict of(Findings findings) {
        if (findings.total() == 0) {
            return VALID;
        }
        return findings.onlyOf(Check.SELF_ASSERTED) ? SELF_ASSERTED : INVALID;
    }

    String wire() {
        return wire;
    }
}
