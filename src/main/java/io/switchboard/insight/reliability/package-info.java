/**
 * SLO management: service level indicators counted from the portal's own requests and logs, objectives with an error budget, burn-rate alerts over several windows, and how quickly incidents are looked after
 * against a baseline that is on record. Counting never waits for anything; what is not counted is not recorded, and never zero.
 */
@NullMarked
@ApplicationModule(
        id = "reliability",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "observability",
            "scheduling",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "flags",
            "incidents",
            "assurance",
            "assurance :: ui"
        })
package io.switchboard.insight.reliability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
