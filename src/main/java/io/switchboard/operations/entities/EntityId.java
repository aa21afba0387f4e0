package io.switchboard.operations.entities;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** An entity of a tenant's graph, {@code ent_…}. */
public record EntityId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("ent_[a-z2-7]{16}");

    public EntityId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form ent_…");
        }
    }

    public static EntityId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new EntityId("ent_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
