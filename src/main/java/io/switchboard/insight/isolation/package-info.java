/**
 * Isolation health: two canary tenants that ask for each other's things, and only each other's, at every address that the portal's registries have, day after day. What an address names and no canary has
 * is <em>not covered</em>, and a run with one is not green. No customer's credential is involved.
 */
@NullMarked
@ApplicationModule(
        id = "isolation",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "signing",
            "web",
            "observability",
            "scheduling",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "approvals",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "imports",
            "imports :: schedules",
            "administration",
            "incidents",
            "entities",
            "runbooks",
            "runs",
            "webhooks",
            "delivery",
            "feedback",
            "ledger",
            "retention"
        })
package io.switchboard.insight.isolation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
