package io.switchboard.operations.runs;

import java.util.Locale;

/** Where one step of a run stands. {@code STARTED} is the intent, kept before anything is done; {@code ASKING} waits for a person's word. */
public enum StepState {
    STARTED,
    WAITING,
    ASKING,
    DONE,
    FAILED,
    SKIPPED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
        return this == DONE || this == FAILED || this == SKIPPED;
    }
}
