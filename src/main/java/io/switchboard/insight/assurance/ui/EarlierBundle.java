package io.switchboard.insight.assurance.ui;

import java.time.Instant;

/** A bundle that was taken along before: its holder can check that a later one extends it. */
record EarlierBundle(Instant at, long treeSize) {}
