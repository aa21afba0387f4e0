package io.switchboard.architecture.planted.house.platform.lamps;

import io.switchboard.architecture.planted.house.control.switches.Switch;
import io.switchboard.architecture.planted.house.kernel.Wire;

/** Planted: names a type of the tier above. */
record Lamp(Wire wire, Switch above) {}
