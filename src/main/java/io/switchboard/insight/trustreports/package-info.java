/**
 * Weekly Trust Report: what a tenant's week was like under policy, section by section, with the week before beside it. Made on demand, and for tenants that have switched it on after the end of
 * each week in their own zone; a week that was missed is caught up and says so. What nobody records is <em>not recorded</em>, never zero. A report is kept as it was made: signed PDF, JSON twin, HTML.
 */
@NullMarked
@ApplicationModule(
        id = "trustreports",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "signing",
            "scheduling",
            "documents",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "approvals",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "incidents",
            "delivery",
            "delivery :: ui",
            "retention",
            "assurance",
            "assurance :: ui",
            "reliability",
            "isolation"
        })
package io.switchboard.insight.trustreports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
