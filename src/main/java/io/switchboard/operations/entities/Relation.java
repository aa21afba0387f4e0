package io.switchboard.operations.entities;

/** An edge between two entities; where it is not directed, either could stand first. */
public record Relation(EntityId from, EntityId to, String type, boolean directed) {}
