package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;

/** Event: rows of an import are in their table. Published in the commit's transaction. */
public record ImportCommitted(TenantId tenant, ImportId id, String kind, long created, long updated, long removed) {}
