/**
 * Evaluation kit: the 30 days in which an enterprise finds out whether the portal keeps what it promises. What is to be shown stands before it begins; each exit criterion ticks itself from facts on record, names its
 * proof, and opens again where the fact goes. At the end a memo, signed by both sides.
 */
@NullMarked
@ApplicationModule(
        id = "evaluation",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "signing",
            "documents",
            "components",
            "policy",
            "receipts",
            "receipts :: ui",
            "approvals",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui",
            "onboarding",
            "success",
            "trustreports"
        })
package io.switchboard.insight.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
