package io.switchboard.platform.signing;

import java.util.Locale;

/** Where a key comes from: made here, or brought by the tenant. */
public enum KeyOrigin {
    GENERATED,
    BROUGHT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
