package io.switchboard.operations.feedback;

/** How often one screen, action or rule was reported, by how many members of how many tenants. */
public record Friction(String about, int reports, int members, int tenants) {}
