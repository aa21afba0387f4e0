/**
 * Assurance: what a tenant can prove about how it is governed, checked from its own records, and the documents that say so. A claim
 * without evidence is never presented as holding. Brings its one-pager to the evidence bundles.
 */
@NullMarked
@ApplicationModule(
        id = "assurance",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "signing",
            "documents",
            "components",
            "policy",
            "receipts",
            "receipts :: fsck",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "imports",
            "retention",
            "administration",
            "delivery",
            "delivery :: ui",
            "drills",
            "success"
        })
package io.switchboard.insight.assurance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
