/**
 * Governed administration of a tenant: each change and each export is decided by policy and leaves a receipt. Brings identities to the imports.
 */
@NullMarked
@ApplicationModule(
        id = "administration",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: discovery",
            "identity :: ui",
            "components",
            "signing",
            "idempotency",
            "observability",
            "web",
            "policy",
            "approvals",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "imports",
            "runs",
            "imports :: documents",
            "onboarding"
        })
package io.switchboard.operations.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
