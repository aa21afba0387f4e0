package io.switchboard.operations.entities;

/** How many entities have a type. */
public record TypeCount(String type, long entities) {}
