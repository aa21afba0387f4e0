package io.switchboard.operations.runs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a run stands. A run that waits does so for a time, an approval, or a person. */
public enum RunState {
    RUNNING,
    WAITING,
    DONE,
    FAILED,
    CANCELLED,
    ROLLED_BACK;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isUnderWay() {
        return this == RUNNING || this == WAITING;
    }

    public static Optional<RunState> parse(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }
}
