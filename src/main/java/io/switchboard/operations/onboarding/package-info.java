/**
 * Guided setup: which steps a new tenant has taken, each read from facts and carrying the receipt that proves it. Modules above and beside supply the
 * facts; a fact that is undone opens its step again.
 */
@NullMarked
@ApplicationModule(
        id = "onboarding",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "components",
            "policy",
            "enforcement",
            "enforcement :: ui",
            "receipts",
            "receipts :: ui",
            "ledger"
        })
package io.switchboard.operations.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
