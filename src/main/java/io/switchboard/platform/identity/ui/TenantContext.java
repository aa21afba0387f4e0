package io.switchboard.platform.identity.ui;

import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.tenancy.Tenant;

/** The tenant of the address and the member who opened it, as of this navigation. */
public record TenantContext(Tenant tenant, Member member) {

    /** For services: who asks, in which tenant, with which roles. */
    public Caller caller() {
        return new Caller(tenant.id(), Actor.user(member.id()), member.roles());
    }

    public Slug slug() {
        return tenant.slug();
    }

    /** Whether this is the platform's own tenant. */
    public boolean isPlatform() {
        return tenant.isPlatform();
    }

    public boolean holds(Role role) {
        return member.roles().contains(role);
    }

    /** An address inside the tenant, without a leading slash: {@code path("imports")} is {@code acme/imports}. */
    public String path(String rest) {
        return rest.isEmpty() ? slug().value() : slug() + "/" + rest;
    }

    /** For a link to a view of this tenant. */
    public RouteParameters parameters() {
        return new RouteParameters("tenant", slug().value());
    }

    /** For a link to a view of one thing of this tenant. */
    public RouteParameters parameters(String name, String value) {
        return new RouteParameters(new RouteParam("tenant", slug().value()), new RouteParam(name, value));
    }
}
