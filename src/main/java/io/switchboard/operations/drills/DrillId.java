package io.switchboard.operations.drills;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A drill, {@code drl_…}; its schema on the drill server is called after it. */
public record DrillId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("drl_[a-z2-7]{16,40}");

    public DrillId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form drl_…");
        }
    }

    public static DrillId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new DrillId("drl_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    /** Letters, digits and underscores only, so it needs no quoting that could go wrong. */
    String schema() {
        return "drill_" + value.substring("drl_".length());
    }

    @Override
    public String toString() {
        return value;
    }
}
