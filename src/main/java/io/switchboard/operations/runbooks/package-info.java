/**
 * Runbooks of a tenant: what is to be done step by step, with every version that there was. They come by import, in the portal's own dialect, as CACAO 2.0 playbooks, or as Keep workflows.
 * A runbook is kept and checked here; module {@code runs} runs it.
 */
@NullMarked
@ApplicationModule(
        id = "runbooks",
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
            "signing",
            "imports",
            "imports :: documents",
            "entities",
            "entities :: ui"
        })
package io.switchboard.operations.runbooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
