package io.switchboard.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RoutePrefix;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.annotation.security.PermitAll;

/** The frame of a tenant's pages: its name, the rail, the person. */
@RoutePrefix(":tenant")
@PermitAll
public class TenantLayout extends AppLayout implements BeforeEnterObserver {

    private final transient Tenants tenants;
    private final transient CurrentMember member;
    private final Span name = new Span();
    private final Span person = new Span();
    private final SideNav rail = new SideNav();

    TenantLayout(Tenants tenants, CurrentMember member) {
        this.tenants = tenants;
        this.member = member;
        setPrimarySection(Section.DRAWER);
        name.addClassName("tenant-name");
        person.addClassName("person");
        addToDrawer(name, rail);
        addToNavbar(new DrawerToggle(), person, new Anchor("/logout", "Sign out"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters()
                .get("tenant")
                .filter(Slug::isValid)
                .flatMap(slug -> tenants.findBySlug(new Slug(slug)))
                .ifPresent(this::show);
    }

    private void show(Tenant tenant) {
        name.setText(tenant.name());
        person.setText(member.in(tenant.id()).map(found -> found.displayName()).orElse(""));
        getElement().getStyle().set("--brand-accent", tenant.settings().accent());
        rail.removeAll();
        rail.addItem(new SideNavItem("Receipts", tenant.slug() + ""));
        rail.addItem(new SideNavItem("Evidence", tenant.slug() + "/evidence"));
    }
}
