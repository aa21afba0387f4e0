package io.switchboard.operations.delivery;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** What a receiver tells a message by, {@code msg_…}: the same at each attempt and each replay, so that it can be taken once. */
public record MessageId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("msg_[a-z2-7]{16,40}");

    public MessageId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not an id of the form msg_…");
        }
    }

    static MessageId random() {
        var bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return new MessageId("msg_" + Base32.encode(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
