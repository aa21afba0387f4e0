/**
 * Retention: how long a tenant keeps what, and the purge of what is older. What is sealed under a key of its own goes by destroying that key (crypto-shredding), so that the log and its receipts stay
 * whole; each purge leaves one signed manifest of what went. A legal hold stops all of it. Modules that keep such records implement {@code PurgeableRecords}.
 */
@NullMarked
@ApplicationModule(
        id = "retention",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "signing",
            "scheduling",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui"
        })
package io.switchboard.operations.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
