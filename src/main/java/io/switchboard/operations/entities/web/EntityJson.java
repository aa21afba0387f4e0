package io.switchboard.operations.entities.web;

import io.switchboard.operations.entities.Entity;
import io.switchboard.operations.entities.EntityId;
import io.switchboard.operations.entities.EntityPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An entity on the wire. */
record EntityJson(
        String id,
        String key,
        String type,
        String title,
        JsonNode properties,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    private static final JsonMapper JSON = new JsonMapper();

    record Page(List<EntityJson> items, @Nullable String next, long total) {

        static Page of(EntityPage page) {
            return new Page(
                    page.items().stream().map(EntityJson::of).toList(),
                    page.next().map(EntityId::value).orElse(null),
                    page.total());
        }
    }

    static EntityJson of(Entity entity) {
        return new EntityJson(
                entity.id().value(),
                entity.key(),
                entity.type(),
                entity.title(),
                JSON.readTree(entity.properties()),
                entity.version(),
                entity.createdAt(),
                entity.updatedAt());
    }
}
