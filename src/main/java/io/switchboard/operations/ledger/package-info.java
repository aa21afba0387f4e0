/**
 * Decision ledger: what was decided by people, with its reason, its signatures and until when it counts. An entry is never edited; a signature is a receipt over its digest.
 */
@NullMarked
@ApplicationModule(
        id = "ledger",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity :: ui",
            "signing",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui"
        })
package io.switchboard.operations.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
