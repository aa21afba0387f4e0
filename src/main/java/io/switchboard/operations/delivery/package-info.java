/**
 * Delivery: how a tenant's documents reach somebody outside. A secure link hands out one file, exactly as it was when the link was made, to whoever holds the link: for a time, for a number of times, until
 * it is revoked. Making, collecting and revoking each leave a receipt.
 */
@NullMarked
@ApplicationModule(
        id = "delivery",
        allowedDependencies = {
            "kernel",
            "web",
            "tenancy",
            "identity :: ui",
            "signing",
            "scheduling",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: ui"
        })
package io.switchboard.operations.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
