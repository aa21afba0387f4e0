package io.switchboard.platform.identity;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The tenants that this browser session is signed in to. Where else the person may be a member is not said: the same user name elsewhere may be
 * somebody else, until that tenant's own provider says otherwise.
 */
@Component
public class SignedInTenants {

    private final Tenants tenants;
    private final CurrentMember member;

    SignedInTenants(Tenants tenants, CurrentMember member) {
        this.tenants = tenants;
        this.member = member;
    }

    /** By name; a tenant in which the member has been deactivated is left out. */
    public List<Tenant> list() {
        return CurrentMember.signIns().map(this::list).orElse(List.of());
    }

    List<Tenant> list(SignIns signIns) {
        return signIns.tenants().stream()
                .filter(tenant -> isMember(tenant, signIns))
                .flatMap(tenant -> tenants.find(tenant).stream())
                .sorted(Comparator.comparing(Tenant::name))
                .toList();
    }

    private boolean isMember(TenantId tenant, SignIns signIns) {
        return member.in(tenant, signIns).isPresent();
    }
}
