package io.switchboard.architecture.planted.house.control.stray;

/** Planted: its package has no package-info. */
record Stray() {}
