package io.switchboard.insight.roadmap;

import java.util.regex.Pattern;

/** A release as people call it, such as {@code v1.1}. */
public record Release(String value) {

    public static final String SYNTAX = "A release is called v and two or three numbers, such as v1.1.";

    private static final Pattern PATTERN = Pattern.compile("v\\d{1,3}\\.\\d{1,3}(\\.\\d{1,3})?");

    public Release {
        if (!isValid(value)) {
            throw new IllegalArgumentException(SYNTAX);
        }
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
