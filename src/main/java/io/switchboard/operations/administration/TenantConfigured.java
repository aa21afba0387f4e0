package io.switchboard.operations.administration;

import io.switchboard.kernel.TenantId;
import java.time.Instant;

/** Event: a tenant's settings were changed and are at {@code version} now. Published in the transaction of the change. */
public record TenantConfigured(TenantId tenant, int version, Instant at) {}
