package io.switchboard.control.receipts;

import java.util.Optional;
import java.util.Set;

/** Which disclosed values leave with a bundle, by their names; empty means all. What is withheld stays committed to, so its receipt verifies as before. */
public record SharedValues(Optional<Set<String>> names) {

    public static final SharedValues ALL = new SharedValues(Optional.empty());
    public static final SharedValues NONE = new SharedValues(Optional.of(Set.of()));

    public SharedValues {
        names = names.map(Set::copyOf);
    }

    public static SharedValues only(Set<String> names) {
        return new SharedValues(Optional.of(names));
    }

    boolean shares(Disclosed value) {
        return names.map(chosen -> chosen.contains(value.name())).orElse(true);
    }
}
