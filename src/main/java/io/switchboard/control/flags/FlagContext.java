package io.switchboard.control.flags;

import io.switchboard.kernel.TenantId;
import java.util.Set;

/** For whom a flag is evaluated: the tenant, whose id is OpenFeature's targeting key, and the cohorts that it is in. */
public record FlagContext(TenantId tenant, Set<CohortKey> cohorts) {

    public FlagContext {
        cohorts = Set.copyOf(cohorts);
    }
}
