package io.switchboard.control.flags;

import java.util.Locale;

/** What a change was. */
public enum ChangeKind {
    CREATED("created"),
    DESCRIBED("described"),
    RULED("rules changed"),
    RAMPED("moved by its ramp"),
    KILLED("switched off by the kill switch"),
    RESTORED("switched on again"),
    ENLISTED("tenants changed");

    private final String words;

    ChangeKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ChangeKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
