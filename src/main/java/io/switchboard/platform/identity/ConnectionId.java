package io.switchboard.platform.identity;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A tenant's connection to an identity provider, {@code idp_…}; a changed address or client is a new connection. */
public record ConnectionId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("idp_[a-z2-7]{16,40}");

    public ConnectionId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not an id of the form idp_…");
        }
    }

    public static ConnectionId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new ConnectionId("idp_" + Base32.encode(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
