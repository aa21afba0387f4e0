package io.switchboard.operations.feedback;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A submission of feedback, {@code fbk_…}. */
public record FeedbackId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("fbk_[a-z2-7]{16,40}");

    public FeedbackId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form fbk_…");
        }
    }

    public static FeedbackId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new FeedbackId("fbk_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
