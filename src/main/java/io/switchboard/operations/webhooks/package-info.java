/**
 * Webhooks (Standard Webhooks): addresses of the tenant that events are sent to, each signed with a secret of its own, and a command that tries one.
 */
@NullMarked
@ApplicationModule(
        id = "webhooks",
        allowedDependencies = {
            "kernel",
            "identity",
            "identity :: ui",
            "components",
            "signing",
            "outbound",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: ui",
            "enforcement :: web",
            "runs"
        })
package io.switchboard.operations.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
