/**
 * Product analytics: how far a tenant has come with its pilot, in figures with a definition each, computed from its receipts. A figure is a pure function of the log: the same in any order of
 * arrival, and again after the sums were made from nothing.
 */
@NullMarked
@ApplicationModule(
        id = "success",
        allowedDependencies = {
            "kernel",
            "scheduling",
            "tenancy",
            "identity",
            "identity :: ui",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "onboarding",
            "feedback",
            "runs"
        })
package io.switchboard.insight.success;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
