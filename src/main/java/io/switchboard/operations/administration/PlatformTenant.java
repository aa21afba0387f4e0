package io.switchboard.operations.administration;

import io.switchboard.kernel.TenantId;

/** Which tenant is the platform's own, where platform roles may be given. */
@FunctionalInterface
interface PlatformTenant {

    boolean is(TenantId tenant);
}
