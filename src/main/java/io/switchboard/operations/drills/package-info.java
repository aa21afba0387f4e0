/**
 * Disaster recovery drills: a backup of the live database, as of one snapshot, is restored on another server, compared with the snapshot table by table and with the signed checkpoints of every log, and
 * timed. What a drill found is a signed statement, also where it failed. It belongs to the tenant {@code platform}.
 */
@NullMarked
@ApplicationModule(
        id = "drills",
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "identity :: ui",
            "signing",
            "scheduling",
            "components",
            "policy",
            "receipts",
            "receipts :: fsck",
            "receipts :: ui",
            "enforcement",
            "enforcement :: web",
            "enforcement :: ui"
        })
package io.switchboard.operations.drills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
