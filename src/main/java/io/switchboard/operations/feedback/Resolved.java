package io.switchboard.operations.feedback;

import java.util.OptionalDouble;

/** Of the issues that block a pilot and were open at some moment of a period: how many, and how many of them were resolved at its end. */
public record Resolved(int blocking, int resolved) {

    /** In percent; empty where nothing blocked. */
    public OptionalDouble percent() {
        return blocking == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * resolved / blocking);
    }
}
