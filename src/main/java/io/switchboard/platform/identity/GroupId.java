package io.switchboard.platform.identity;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A group of members in one tenant, {@code grp_…}. */
public record GroupId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("grp_[a-z2-7]{16}");

    public GroupId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form grp_…");
        }
    }

    public static GroupId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new GroupId("grp_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
