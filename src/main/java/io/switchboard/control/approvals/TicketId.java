package io.switchboard.control.approvals;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A ticket, {@code apr_…}. */
public record TicketId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("apr_[a-z2-7]{16,40}");

    public TicketId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form apr_…");
        }
    }

    public static TicketId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new TicketId("apr_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
