package io.switchboard.platform.tenancy;

import io.switchboard.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The canaries' ids, for a query that leaves them out with {@code NOT IN}; never an empty list, which SQL does not know. */
    public List<String> canaries() {
        return Stream.concat(
                        Stream.of(""),
                        Tenant.CANARIES.stream()
                                .flatMap(slug -> tenants.findBySlug(slug).stream())
                                .map(tenant -> tenant.id().value()))
                .toList();
    }

    public boolean is(TenantId tenant) {
        return tenants.find(tenant).filter(Tenant::isPlatform).isPresent();
    }
}
