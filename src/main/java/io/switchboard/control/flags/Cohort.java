package io.switchboard.control.flags;

import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A named set of tenants, such as those that began in one week. */
public record Cohort(CohortKey key, String title, Set<TenantId> tenants, int version, Instant changedAt)
        implements Defined {

    public Cohort {
        tenants = Set.copyOf(tenants);
    }

    @Override
    public String name() {
        return key.value();
    }

    /** In an order that is always the same. */
    Set<String> ids() {
        return tenants.stream().map(TenantId::value).collect(Collectors.toCollection(TreeSet::new));
    }
}
