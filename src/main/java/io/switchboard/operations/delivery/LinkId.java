package io.switchboard.operations.delivery;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** A secure link as its owners name it, {@code lnk_…}. It opens nothing: that is {@link LinkToken}'s. */
public record LinkId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("lnk_[a-z2-7]{16,40}");

    public LinkId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form lnk_…");
        }
    }

    static LinkId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new LinkId("lnk_" + Base32.encode(bytes));
    }

    public static Optional<LinkId> parse(String value) {
        return isValid(value) ? Optional.of(new LinkId(value)) : Optional.empty();
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
