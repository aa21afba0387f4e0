/**
 * Roadmap telemetry: what the portal's own numbers say should come next, items raised from it, the Spec Ready gate that each has to pass, and the signed lock of a release. It belongs to
 * the tenant {@code platform}.
 */
@NullMarked
@ApplicationModule(
        id = "roadmap",
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
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "onboarding",
            "success"
        })
package io.switchboard.insight.roadmap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
