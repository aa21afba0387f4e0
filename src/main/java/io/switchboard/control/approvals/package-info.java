/**
 * Approvals (four-eyes principle, separation of duties): what may not happen before somebody else has said yes waits as a ticket, bound to a digest of exactly what was asked. A ticket
 * that nobody answers in time means no, and one that was approved counts once.
 */
@NullMarked
@ApplicationModule(
        id = "approvals",
        allowedDependencies = {
            "kernel",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "identity",
            "identity :: ui",
            "components",
            "observability",
            "scheduling"
        })
package io.switchboard.control.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
