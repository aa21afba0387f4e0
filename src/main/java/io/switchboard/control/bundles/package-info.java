/**
 * Policy administration (XACML PAP): versions of the policies with their difference, a simulation over what was decided lately, shadow evaluation, activation after somebody else's approval and
 * the way back; each a governed action of the tenant platform. What is in force is the policy module's to know.
 */
@NullMarked
@ApplicationModule(
        id = "bundles",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "components",
            "observability",
            "scheduling",
            "signing",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: ui",
            "enforcement :: web",
            "approvals"
        })
package io.switchboard.control.bundles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
