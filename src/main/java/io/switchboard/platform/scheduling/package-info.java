/**
 * Persistent jobs: due work as rows, claimed by any node, with the correlation of the request that asked for it.
 */
@NullMarked
@ApplicationModule(
        id = "scheduling",
        allowedDependencies = {"kernel", "observability"})
package io.switchboard.platform.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
