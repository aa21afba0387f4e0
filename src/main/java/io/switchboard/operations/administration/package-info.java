/** Administration of a tenant: brings members and their roles from a file into place, as the import kind {@code identities}. */
@NullMarked
@ApplicationModule(
        id = "administration",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "policy",
            "receipts",
            "enforcement",
            "observability",
            "imports"
        })
package io.switchboard.operations.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
