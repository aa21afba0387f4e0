package io.switchboard.operations.runbooks;

import io.switchboard.kernel.TenantId;
import java.time.Instant;

/** A runbook as it stands. {@code key} is its own id, which its author gave it; {@code dialect} in which it was written: {@code house}, {@code cacao} or {@code keep}; {@code version} counts from 1. */
public record Runbook(
        TenantId tenant,
        RunbookId id,
        String key,
        String title,
        String dialect,
        int steps,
        int version,
        Instant updatedAt) {

    /** As what entities are linked to it. */
    public static final String KIND = "runbook";
}
