package io.switchboard.control.flags;

/** The two values of a flag by name. */
public final class Variant {

    public static final String ON = "on";
    public static final String OFF = "off";

    private Variant() {}

    public static String of(boolean value) {
        return value ? ON : OFF;
    }
}
