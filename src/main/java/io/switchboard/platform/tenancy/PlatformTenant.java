package io.switchboard.platform.tenancy;

import io.switchboard.kernel.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The platform's own tenant: it owns policies, flags and the feedback board, and platform roles are given in it alone. */
@Component
public class PlatformTenant {

    private final Tenants tenants;

    public PlatformTenant(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Empty until the portal's first start has made it. */
    public Optional<Tenant> find() {
        return tenants.findBySlug(Tenant.PLATFORM);
    }

    public TenantId id() {
        return find().map(Tenant::id).orElseThrow();
    }

    public boolean is(TenantId tenant) {
        return tenants.find(tenant).filter(Tenant::isPlatform).isPresent();
    }
}
