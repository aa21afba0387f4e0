package io.switchboard.operations.entities;

import java.util.List;
import java.util.Optional;

/** Entities by key, how many match in all, and after which one the next page begins. */
public record EntityPage(List<Entity> items, Optional<EntityId> next, long total) {}
