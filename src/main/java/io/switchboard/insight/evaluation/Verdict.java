package io.switchboard.insight.evaluation;

import java.util.Arrays;
import java.util.Optional;

/** What the memo at the end of an evaluation says. */
public enum Verdict {
    GO("go", "Go"),
    NO_GO("no-go", "No-go");

    private final String wire;
    private final String title;

    Verdict(String wire, String title) {
        this.wire = wire;
        this.title = title;
    }

    public String wire() {
        return wire;
    }

    public String title() {
        return title;
    }

    static Optional<Verdict> parse(String wire) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.wire.equals(wire))
                .findFirst();
    }
}
