package io.switchboard.architecture.planted.house.kernel;

/** Planted: without a fault. */
public record Wire(int gauge) {}
