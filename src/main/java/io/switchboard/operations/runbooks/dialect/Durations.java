package io.switchboard.operations.runbooks.dialect;

import java.util.regex.Pattern;

/** Lengths of time as a runbook writes them: a whole number and {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}. */
public final class Durations {

    public static final String SYNTAX = "^([1-9][0-9]{0,8}(ms|s|m|h|d)|.*\\{\\{.*\\}\\}.*)$";

    private static final Pattern VALID = Pattern.compile(SYNTAX, Pattern.DOTALL);

    private Durations() {}

    public static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }

    /** Whole seconds where it comes to them. */
    public static String ofMillis(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
