package io.switchboard.control.policy;

import java.util.Locale;

/** How a version of the policies stands. */
public enum VersionState {
    PROPOSED,
    SHADOW,
    ACTIVE,
    /** It was active and may be again. */
    SUPERSEDED,
    WITHDRAWN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
