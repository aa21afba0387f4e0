/** Planted: a module whose id is not its folder. */
@NullMarked
@ApplicationModule(
        id = "another",
        allowedDependencies = {"kernel"})
package io.switchboard.architecture.planted.house.control.renamed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
