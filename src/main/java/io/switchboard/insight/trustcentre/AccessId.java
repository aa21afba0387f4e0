package io.switchboard.insight.trustcentre;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request for access as the tenant names it, {@code acr_…}. It opens nothing: that is the token of the requester's page. */
public record AccessId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("acr_[a-z2-7]{16,40}");

    public AccessId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not an id of the form acr_…");
        }
    }

    static AccessId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new AccessId("acr_" + Base32.encode(bytes));
    }

    public static Optional<AccessId> parse(String text) {
        return SYNTAX.matcher(text).matches() ? Optional.of(new AccessId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
