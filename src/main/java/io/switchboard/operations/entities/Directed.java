package io.switchboard.operations.entities;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether an edge points one way, as files write it. */
final class Directed {

    private static final Set<String> YES = Set.of("", "true", "1", "yes", "directed");
    private static final Set<String> NO = Set.of("false", "0", "no", "undirected");

    private Directed() {}

    /** Nothing said is directed; empty for a word that is not known. */
    static Optional<Boolean> of(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
