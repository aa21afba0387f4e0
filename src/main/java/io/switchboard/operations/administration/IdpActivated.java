package io.switchboard.operations.administration;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.ConnectionId;
import java.time.Instant;

/** Event: a tenant's sign-ins go through this connection from now on. Published in the transaction of the change. */
public record IdpActivated(TenantId tenant, ConnectionId connection, Instant at) {}
