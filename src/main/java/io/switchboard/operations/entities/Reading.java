package io.switchboard.operations.entities;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A caller who may read some types of entities: which ones. */
record Reading(Predicate<String> permits) {

    boolean of(String type) {
        return permits.test(type);
    }

    Set<String> of(Collection<String> types) {
        return types.stream().filter(permits).collect(Collectors.toUnmodifiableSet());
    }
}
