package io.switchboard.operations.entities;

import java.time.Instant;
import java.util.Optional;

/** That an entity has to do with a thing of another kind. Both are named by their keys, so a link outlives either: what is gone is empty. */
public record EntityLink(
        String entityKey,
        String entityType,
        String kind,
        String thingKey,
        Instant since,
        Optional<Entity> entity,
        Optional<LinkedThing> thing) {

    EntityLink with(Optional<Entity> nowEntity, Optional<LinkedThing> nowThing) {
        return new EntityLink(entityKey, entityType, kind, thingKey, since, nowEntity, nowThing);
    }
}
