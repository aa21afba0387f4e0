package io.switchboard.operations.entities.web;

import io.switchboard.operations.entities.Entities;
import io.switchboard.operations.entities.EntityFilter;
import io.switchboard.operations.entities.EntityId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query string of a list, bound by Spring and checked here: what is wrong is named, what is absent does not filter. */
record EntityParameters(
        @Nullable String search,
        @Nullable Set<String> types,
        @Nullable String cursor,
        @Nullable Integer limit) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int LONGEST_SEARCH = 128;

    EntityFilter filter() {
        var prefix = search == null ? "" : search.strip();
        if (prefix.length() > LONGEST_SEARCH) {
            throw EntityProblems.wrongParameter("search", "the beginning of a key or title, at most 128 characters");
        }
        return new EntityFilter(prefix, types == null ? Set.of() : types);
    }

    Optional<EntityId> after() {
        if (cursor == null) {
            return Optional.empty();
        }
        if (!EntityId.isValid(cursor)) {
            throw EntityProblems.wrongParameter("cursor", "the value of next in the page before");
        }
        return Optional.of(new EntityId(cursor));
    }

    int size() {
        return Range.of("limit", limit, DEFAULT_LIMIT, 1, Entities.MAX_LIMIT);
    }
}
