package io.switchboard.operations.incidents;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** An incident of one tenant, {@code inc_…}. */
public record IncidentId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("inc_[a-z2-7]{16,40}");

    public IncidentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form inc_…");
        }
    }

    static IncidentId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new IncidentId("inc_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
