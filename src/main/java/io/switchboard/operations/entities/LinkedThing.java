package io.switchboard.operations.entities;

/** Something that entities are linked to, as it is now: {@code key} is its name in the files that it comes from, {@code path} its page below the tenant's. */
public record LinkedThing(String kind, String id, String key, String title, int version, String path) {}
