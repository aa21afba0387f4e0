/**
 * Feature management: what is switched on for whom, by tenant, cohort or percentage, without a new version; a kill switch; every change with its receipt, and how everything stood at any
 * time. Code asks through OpenFeature. Where the store is away, the last known values are served and say so.
 */
@NullMarked
@ApplicationModule(
        id = "flags",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "components",
            "observability",
            "scheduling",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: ui",
            "enforcement :: web",
            "approvals"
        })
package io.switchboard.control.flags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
