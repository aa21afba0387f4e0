package io.switchboard.operations.imports;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** An import from upload to result, {@code pln_…}. */
public record ImportId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("pln_[a-z2-7]{16,40}");

    public ImportId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form pln_…");
        }
    }

    public static ImportId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new ImportId("pln_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
