package io.switchboard.operations.ledger;

import java.util.Arrays;

/** What was decided. */
public enum Decided {
    EXCEPTION("exception"),
    GO("go"),
    NO_GO("no-go");

    private final String wire;

    Decided(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    static Decided of(String wire) {
        return Arrays.stream(values())
                .filter(it -> it.wire.equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
