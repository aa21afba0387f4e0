package io.switchboard.operations.entities;

import java.util.Set;

/** Which entities: those whose key or title begins with {@code prefix} (a key with its case, a title without) and whose type is one of {@code types}. Empty does not filter. */
public record EntityFilter(String prefix, Set<String> types) {

    public static final EntityFilter ALL = new EntityFilter("", Set.of());

    public EntityFilter {
        types = Set.copyOf(types);
    }
}
