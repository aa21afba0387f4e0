package io.switchboard.operations.runbooks;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A runbook of one tenant, {@code rb_…}. */
public record RunbookId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("rb_[a-z2-7]{16,40}");

    public RunbookId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form rb_…");
        }
    }

    static RunbookId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new RunbookId("rb_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
