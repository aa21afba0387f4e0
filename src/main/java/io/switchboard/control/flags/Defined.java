package io.switchboard.control.flags;

import java.time.Instant;

/** What is defined here and has versions, from 1. */
public sealed interface Defined permits Flag, Cohort {

    String name();

    int version();

    Instant changedAt();
}
