/**
 * Voice of the customer: what hurts, said from where it hurts, with the screen, the decision and the receipt that belong to it; merged into issues across tenants, ranked on a board with
 * a clock, and told back to whoever said it. The words stay the tenant's own: whoever reads them across tenants leaves a receipt in both logs.
 */
@NullMarked
@ApplicationModule(
        id = "feedback",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "components",
            "observability",
            "scheduling",
            "signing",
            "retention",
            "policy",
            "receipts",
            "receipts :: ui",
            "enforcement",
            "enforcement :: ui",
            "enforcement :: web",
            "flags",
            "flags :: ui"
        })
package io.switchboard.operations.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
