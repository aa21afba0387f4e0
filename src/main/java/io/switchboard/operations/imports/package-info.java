/**
 * Bulk import (plan and apply): a file becomes a plan, a commit does exactly that plan or nothing, and rejected rows become a signed manifest.
 * Publishes {@code ImportCommitted}; kinds of rows come from modules above, which implement {@code ImportTarget}.
 */
@NullMarked
@ApplicationModule(
        id = "imports",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "policy",
            "receipts",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "receipts :: ui",
            "identity",
            "identity :: ui",
            "outbound",
            "components",
            "signing",
            "observability",
            "scheduling",
            "idempotency",
            "retention"
        })
package io.switchboard.operations.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
