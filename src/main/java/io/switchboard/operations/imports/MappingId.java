package io.switchboard.operations.imports;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A saved mapping, {@code map_…}. */
public record MappingId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("map_[a-z2-7]{16,40}");

    public MappingId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form map_…");
        }
    }

    public static MappingId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new MappingId("map_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
