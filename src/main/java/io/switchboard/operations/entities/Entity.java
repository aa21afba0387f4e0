package io.switchboard.operations.entities;

import java.time.Instant;

/**
 * A thing of a tenant. {@code key} is its name in the files that it comes from, 1 to 128 characters; {@code type} at most 64; {@code title} may be empty; {@code properties} is a JSON
 * object in canonical form (RFC 8785).
 */
public record Entity(
        EntityId id,
        String key,
        String type,
        String title,
        String properties,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** What a person calls it. */
    public String name() {
        return title.isEmpty() ? key : title;
    }
}
