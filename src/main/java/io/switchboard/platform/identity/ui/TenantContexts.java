package io.switchboard.platform.identity.ui;

import com.vaadin.flow.router.RouteParameters;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.observability.LogContext;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Resolves the tenant of an address, once for each navigation; empty for an unknown tenant and for whoever is not its member. */
@Component
public class TenantContexts {

    private final Tenants tenants;
    private final CurrentMember member;

    public TenantContexts(Tenants tenants, CurrentMember member) {
        this.tenants = tenants;
        this.member = member;
    }

    public Optional<TenantContext> of(RouteParameters parameters) {
        return parameters
                .get("tenant")
                .filter(Slug::isValid)
                .flatMap(slug -> tenants.findBySlug(new Slug(slug)))
                .flatMap(this::in);
    }

    private Optional<TenantContext> in(Tenant tenant) {
        LogContext.tenant(tenant.id());
        return member.in(tenant.id()).map(found -> new TenantContext(tenant, found));
    }
}
