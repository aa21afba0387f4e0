package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.SavedMappings;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A saved mapping. */
@Component
class CanaryMapping implements CanaryThing {

    private final SavedMappings mappings;

    CanaryMapping(SavedMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public Set<String> names() {
        return Set.of("import-mapping");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var saved = mappings.save(owner, "identities", "Canary " + UUID.randomUUID(), Map.of("user_name", "Login"));
        return Map.of("import-mapping", Made.of(saved).id().value());
    }
}
