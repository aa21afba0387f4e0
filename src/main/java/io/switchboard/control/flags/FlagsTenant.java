package io.switchboard.control.flags;

import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The reserved tenant that owns the flags. */
@Component
class FlagsTenant {

    private static final Slug PLATFORM = new Slug("platform");

    private final Tenants tenants;

    FlagsTenant(Tenants tenants) {
        this.tenants = tenants;
    }

    TenantId id() {
        return find().orElseThrow();
    }

    Optional<TenantId> find() {
        return tenants.findBySlug(PLATFORM).map(Tenant::id);
    }

    boolean is(TenantId tenant) {
        return find().filter(tenant::equals).isPresent();
    }
}
