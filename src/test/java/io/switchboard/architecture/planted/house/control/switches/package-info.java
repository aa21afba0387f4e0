/** Planted: a module without a fault. */
@NullMarked
@ApplicationModule(
        id = "switches",
        allowedDependencies = {"kernel"})
package io.switchboard.architecture.planted.house.control.switches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
