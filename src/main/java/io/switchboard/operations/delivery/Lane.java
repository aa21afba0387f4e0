package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;

/** A destination that something is due for. */
record Lane(TenantId tenant, Destination to) {}
