package io.switchboard.kernel;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** How ids look and are made: a prefix that names the kind, an underscore, base32 of random bits. */
final class OpaqueId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern BODY = Pattern.compile("[a-z2-7]{16,40}");

    private OpaqueId() {}

    /** 80 random bits: unguessable enough for an id that is always checked against its tenant as well. */
    static String random(String prefix) {
        return prefix + "_" + Base32.encode(bytes(10));
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static void require(String value, String prefix) {
        if (!isValid(value, prefix)) {
            throw new IllegalArgumentException("not an id of the form " + prefix + "_…: " + abbreviate(value));
        }
    }

    static boolean isValid(String value, String prefix) {
        return value.length() <= prefix.length() + 41
                && value.startsWith(prefix + "_")
                && BODY.matcher(value.substring(prefix.length() + 1)).matches();
    }

    private static String abbreviate(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
