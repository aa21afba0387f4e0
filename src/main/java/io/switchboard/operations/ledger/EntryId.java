package io.switchboard.operations.ledger;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** An entry of the ledger, {@code led_…}. */
public record EntryId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("led_[a-z2-7]{16,40}");

    public EntryId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form led_…");
        }
    }

    static EntryId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new EntryId("led_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
