/**
 * Runs of runbooks and of single commands: step by step under policy, with a receipt for each step. A run survives the end of its node where it stood, waits for people and approvals,
 * can be cancelled and rolled back. What the portal cannot do itself is handed to a person, who says how it went. Offers the catalogue of commands ({@link io.switchboard.operations.runs.Command}),
 * to which other modules bring theirs.
 */
@NullMarked
@ApplicationModule(
        id = "runs",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "components",
            "scheduling",
            "outbound",
            "signing",
            "observability",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "approvals",
            "flags",
            "runbooks",
            "runbooks :: dialect",
            "onboarding"
        })
package io.switchboard.operations.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
