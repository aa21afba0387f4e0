package io.switchboard.insight.trustcentre;

/** A part of a document that can be withheld from a copy. */
public record DocumentSection(String id, String title) {}
