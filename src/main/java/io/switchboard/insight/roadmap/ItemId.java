package io.switchboard.insight.roadmap;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** An item of the roadmap, {@code rmi_…}. */
public record ItemId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("rmi_[a-z2-7]{16,40}");

    public ItemId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form rmi_…");
        }
    }

    public static ItemId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new ItemId("rmi_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
