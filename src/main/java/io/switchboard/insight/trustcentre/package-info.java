/**
 * Trust centre: what a stranger may see of a tenant, and how they come to it. A public page lists documents; whoever wants one asks, each document is approved or refused, the terms are accepted, and what was
 * approved is handed out until the grant ends or is revoked. Every step leaves a receipt in the tenant's log that names the request and never the person.
 */
@NullMarked
@ApplicationModule(
        id = "trustcentre",
        allowedDependencies = {
            "kernel",
            "web",
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
            "delivery",
            "retention",
            "isolation",
            "assurance",
            "trustreports"
        })
package io.switchboard.insight.trustcentre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
