package io.switchboard.control.flags;

import java.util.Locale;

/** How a ramp stands. The first four are active: the flag's rules are the ramp's as long as they last. */
public enum RampState {
    SCHEDULED,
    RUNNING,
    HELD,
    PAUSED,
    DONE,
    ROLLED_BACK;

    public boolean isActive() {
        return switch (this) {
            case SCHEDULED, RUNNING, HELD, PAUSED -> true;
            case DONE, ROLLED_BACK -> false;
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
