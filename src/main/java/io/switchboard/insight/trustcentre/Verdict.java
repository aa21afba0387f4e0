package io.switchboard.insight.trustcentre;

import java.util.Arrays;
import java.util.Optional;

/** What was decided about one document of a request. */
public enum Verdict {
    WAITING("waiting"),
    APPROVED("approved"),
    REFUSED("refused");

    private final String wire;

    Verdict(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static Optional<Verdict> parse(String wire) {
        return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
    }
}
