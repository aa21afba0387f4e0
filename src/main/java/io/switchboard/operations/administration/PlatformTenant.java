package io.switchboard.operations.administration;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Whether a tenant is the platform's own, where platform roles may be given. */
@Component
class PlatformTenant implements Predicate<TenantId> {

    private static final String NAME = "platform";

    private final Tenants tenants;

    PlatformTenant(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public boolean test(TenantId tenant) {
        return tenants.find(tenant)
                .map(Tenant::slug)
                .filter(slug -> slug.value().equals(NAME))
                .isPresent();
    }
}
