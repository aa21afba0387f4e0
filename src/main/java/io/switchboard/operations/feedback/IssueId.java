package io.switchboard.operations.feedback;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** An issue on the board, {@code iss_…}. */
public record IssueId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("iss_[a-z2-7]{16,40}");

    public IssueId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form iss_…");
        }
    }

    public static IssueId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new IssueId("iss_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
