package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.Problems;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A way to write runbooks. */
interface Dialect {

    /** Stored with each runbook: at most 16 ASCII characters. */
    String id();

    /** As a page names one and several of its documents. */
    String title(boolean one);

    boolean recognises(Map<String, @Nullable Object> document);

    /** The document in the portal's dialect, to be checked as such; what has no equivalent there is a problem or among the ignored. */
    Translation translate(Map<String, @Nullable Object> document, Problems problems);

    /** {@code places} says from where in the document a part of the runbook came, both as pointers; {@code ignored} are pointers, in which {@code *} stands for any name. */
    record Translation(Map<String, @Nullable Object> runbook, Map<String, String> places, Set<String> ignored) {

        static Translation of(Map<String, @Nullable Object> runbook) {
            return new Translation(runbook, new TreeMap<>(), new LinkedHashSet<>());
        }

        /** The nearest part that has a place; where nothing was put anywhere else, the pointer itself. */
        String place(String pointer) {
            if (places.isEmpty()) {
                return pointer;
            }
            for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
                var place = places.get(at);
                if (place != null) {
                    return place;
                }
            }
            return places.getOrDefault("", "");
        }
    }
}
