package io.switchboard.architecture.planted.house.control.switches;

import io.switchboard.architecture.planted.house.kernel.Wire;

/** Planted: without a fault. */
public record Switch(Wire wire) {}
