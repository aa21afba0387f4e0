package io.switchboard.operations.administration;

import io.switchboard.operations.imports.ImportTarget;
import java.util.Optional;

/** The identities kind for tests of tenants that are not the platform's. */
public final class TestIdentities {

    private TestIdentities() {}

    public static ImportTarget target() {
        return new IdentitiesTarget(tenant -> false, tenant -> name -> Optional.empty(), tenant -> 0);
    }
}
