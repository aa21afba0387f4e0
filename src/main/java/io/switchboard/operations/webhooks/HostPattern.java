package io.switchboard.operations.webhooks;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A host that may be sent to: its name, or {@code *.} and a name for every host below that. In lower case, in ASCII (an international name in its xn-- form). */
public record HostPattern(String value) {

    public static final String SYNTAX = "Write a host such as hooks.example.com, or *.example.com for all below it.";

    private static final Pattern HOST =
            Pattern.compile("(?:\\*\\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");
    private static final int LONGEST = 255;

    public HostPattern {
        if (value.length() > LONGEST || !HOST.matcher(value).matches()) {
            throw new IllegalArgumentException(SYNTAX);
        }
    }

    public static Optional<HostPattern> parse(String text) {
        var value = text.strip().toLowerCase(Locale.ROOT);
        return value.length() <= LONGEST && HOST.matcher(value).matches()
                ? Optional.of(new HostPattern(value))
                : Optional.empty();
    }

    boolean matches(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return value.startsWith("*.") ? name.endsWith(value.substring(1)) : name.equals(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
