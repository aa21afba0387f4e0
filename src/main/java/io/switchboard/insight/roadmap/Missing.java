package io.switchboard.insight.roadmap;

/** What keeps an item from being Spec Ready, and what to do about it. */
public record Missing(Requirement requirement, String what) {}
