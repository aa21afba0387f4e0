package io.switchboard.operations.runs;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A run of one tenant, {@code run_…}. */
public record RunId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("run_[a-z2-7]{16,40}");

    public RunId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form run_…");
        }
    }

    static RunId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new RunId("run_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
