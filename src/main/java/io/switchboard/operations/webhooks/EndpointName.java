package io.switchboard.operations.webhooks;

import java.util.regex.Pattern;

/** What commands call an endpoint: 1 to 40 of a–z, 0–9 and inner hyphens. */
public record EndpointName(String value) {

    public static final String SYNTAX = "A name has 1 to 40 characters of a–z, 0–9 and inner hyphens.";

    private static final Pattern PATTERN = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    public EndpointName {
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
