package io.switchboard.operations.delivery;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** One message on its way to one destination, {@code dlv_…}. */
public record DeliveryId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("dlv_[a-z2-7]{16,40}");

    public DeliveryId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not an id of the form dlv_…");
        }
    }

    static DeliveryId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new DeliveryId("dlv_" + Base32.encode(bytes));
    }

    public static Optional<DeliveryId> parse(String text) {
        return SYNTAX.matcher(text).matches() ? Optional.of(new DeliveryId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
