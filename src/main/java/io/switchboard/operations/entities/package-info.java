/**
 * Entity graph: the things a tenant runs and how they hang together, and what is within a few hops of one of them in milliseconds. Brings entities and edges to the imports. Modules
 * above implement {@code LinkableThings} for what entities can be linked to. Nobody is shown, or led
 * through, a type of entity that policy does not let them read.
 */
@NullMarked
@ApplicationModule(
        id = "entities",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "policy",
            "receipts",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "imports",
            "imports :: documents",
            "signing",
            "identity :: ui",
            "receipts :: ui",
            "components"
        })
package io.switchboard.operations.entities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
