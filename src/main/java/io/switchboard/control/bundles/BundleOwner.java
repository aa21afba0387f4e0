package io.switchboard.control.bundles;

import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** The reserved tenant whose people look after the policies of all. */
@Component
class BundleOwner {

    private static final Slug PLATFORM = new Slug("platform");

    private final Tenants tenants;

    BundleOwner(Tenants tenants) {
        this.tenants = tenants;
    }

    boolean is(TenantId tenant) {
        return tenants.findBySlug(PLATFORM)
                .filter(platform -> platform.id().equals(tenant))
                .isPresent();
    }
}
