package io.switchboard.operations.feedback;

/** The rounds of all clocks that ended in a period: within 72 hours or not. */
public record InTime(int met, int missed) {}
