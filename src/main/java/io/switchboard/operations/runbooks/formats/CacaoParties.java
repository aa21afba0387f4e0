package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Agents or targets of a playbook: who or what a step is about. How to sign in there is not taken over. */
record CacaoParties(Optional<Members> definitions) {

    private static final List<String> TAKEN =
            List.of("type", "name", "description", "address", "port", "location", "contact", "logical", "category");

    /** Type, name and where it is; an id that nothing defines is kept as it is. */
    Map<String, @Nullable Object> find(String id) {
        var found = new LinkedHashMap<String, @Nullable Object>();
        var definition = definitions.flatMap(all -> all.object(id));
        definition.ifPresentOrElse(
                party -> TAKEN.forEach(name -> party.any(name).ifPresent(value -> found.put(name, value))),
                () -> found.put("name", id));
        return found;
    }

    String name(String id) {
        return definitions
                .flatMap(all -> all.object(id))
                .flatMap(party -> party.text("name", 300))
                .orElse(id);
    }
}
