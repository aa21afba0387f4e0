/** Planted: looks up a tier, and along an arrow it does not declare. */
@NullMarked
@ApplicationModule(
        id = "lamps",
        allowedDependencies = {"kernel"})
package io.switchboard.architecture.planted.house.platform.lamps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
