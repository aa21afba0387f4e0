/**
 * Incidents of a tenant: how each stands and how it came there, as a timeline of state changes. Brings commands on them to the catalogue, and them to the imports, from a file with a row for each incident or a row for
 * each change.
 */
@NullMarked
@ApplicationModule(
        id = "incidents",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: ui",
            "imports",
            "entities",
            "entities :: ui",
            "runs",
            "onboarding"
        })
package io.switchboard.operations.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
