/**
 * Delivery: how a tenant's documents and events reach somebody outside. By themselves: what a module puts into the {@link io.switchboard.operations.delivery.Outbox} goes to every destination of the tenant until it is
 * taken or 75 hours are over, each attempt with a receipt. By hand: a secure link hands out one file, exactly as it was when the link was made, to whoever holds the link, for a time, for a number of times,
 * until it is revoked.
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
            "outbound",
            "documents",
            "scheduling",
            "observability",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "webhooks"
        })
package io.switchboard.operations.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
