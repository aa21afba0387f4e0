/** Planted: a module without a fault. */
@NullMarked
@ApplicationModule(
        id = "kernel",
        allowedDependencies = {})
package io.switchboard.architecture.planted.house.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
