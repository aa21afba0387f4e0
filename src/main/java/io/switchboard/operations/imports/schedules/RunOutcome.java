package io.switchboard.operations.imports.schedules;

import java.util.Locale;

/** How a run of a schedule ended. Only {@link #FAILED} counts towards the failures after which it pauses; {@link #REFUSED} pauses it at once. */
public enum RunOutcome {
    RUNNING,
    /** A plan waits for a person, as the schedule wants it. */
    PLANNED,
    COMMITTED,
    /** The content is what was taken before; there is no new plan. */
    UNCHANGED,
    /** Meant to be committed, but some rows need a person's eyes. */
    WAITING,
    REFUSED,
    FAILED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
