/**
 * Transparency log's entries: signed receipts, their encrypted disclosures, list and badge, evidence bundles.
 */
@NullMarked
@ApplicationModule(
        id = "receipts",
        allowedDependencies = {
            "kernel",
            "signing",
            "observability",
            "tenancy",
            "identity",
            "identity :: ui",
            "components"
        })
package io.switchboard.control.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
