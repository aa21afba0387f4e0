package io.switchboard.operations.entities;

/** An entity at a distance, which is the least number of edges from the start. */
public record Neighbour(EntityId id, String key, String type, String title, int distance) {

    /** What a person calls it. */
    public String name() {
        return title.isEmpty() ? key : title;
    }
}
