package io.switchboard.shell;

import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** No view of a tenant without a membership in it: the path's tenant is checked at every navigation, whatever the view says. */
@Component
class TenantAccess implements NavigationAccessChecker {

    private final transient Tenants tenants;
    private final transient CurrentMember member;

    TenantAccess(Tenants tenants, CurrentMember member) {
        this.tenants = tenants;
        this.member = member;
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        var slug = context.getParameters().get("tenant");
        if (slug.isEmpty()) {
            return context.neutral();
        }
        return slug.filter(Slug::isValid)
                        .flatMap(name -> tenants.findBySlug(new Slug(name)))
                        .flatMap(tenant -> member.in(tenant.id()))
                        .isPresent()
                ? context.neutral()
                : context.deny("no membership in the tenant of this address");
    }
}
