/**
 * Transparency log: signed receipts, their encrypted disclosures and their place in the tenant's Merkle tree; checkpoints, tiles, proofs; list and badge, evidence
 * bundles.
 */
@NullMarked
@ApplicationModule(
        id = "receipts",
        allowedDependencies = {
            "kernel",
            "signing",
            "documents",
            "observability",
            "scheduling",
            "tenancy",
            "identity",
            "identity :: ui",
            "components"
        })
package io.switchboard.control.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
