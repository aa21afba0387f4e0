package io.switchboard.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who acts, as a receipt names them: a type and an opaque id, never a person's name or address. */
public record Actor(Type type, String id) {

    /** The four kinds of actor; lower case is their form on the wire. */
    public enum Type {
        USER,
        SERVICE,
        PLAYBOOK,
        SYSTEM;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Type> parse(String wire) {
            return Arrays.stream(values())
                    .filter(type -> type.wire().equals(wire))
                    .findFirst();
        }
    }

    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    public Actor {
        if (!OPAQUE.matcher(id).matches()) {
            throw new IllegalArgumentException("an actor's id is 1 to 64 of A–Z, a–z, 0–9 and . _ : -");
        }
    }

    public static Actor user(MemberId member) {
        return new Actor(Type.USER, member.value());
    }

    /** An OAuth 2.0 client that acts for itself; named by the registration's id, not by its secret or label. */
    public static Actor service(String registration) {
        return new Actor(Type.SERVICE, registration);
    }

    /** The portal itself: jobs, seeds, aggregates. */
    public static Actor system(String part) {
        return new Actor(Type.SYSTEM, part);
    }
}
