package io.switchboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenant;
import java.util.List;

/** Which tenant this is, and the way to the others that this browser is signed in to, or to one more. */
final class TenantSwitch extends MenuBar {

    private static final long serialVersionUID = 1L;

    TenantSwitch() {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        addClassName("tenant-switch");
    }

    void show(TenantContext context, List<Tenant> signedIn) {
        removeAll();
        var top = addItem(label(context.tenant()), "Tenant " + context.tenant().name() + ", switch");
        signedIn.forEach(tenant -> add(top.getSubMenu(), tenant, context));
        top.getSubMenu().addSeparator();
        top.getSubMenu().addItem("Sign in to another tenant", click -> go("welcome"));
    }

    private static Component label(Tenant tenant) {
        var name = new Span(tenant.name());
        name.addClassName("tenant-switch-name");
        var arrow = new Icon(VaadinIcon.CHEVRON_DOWN_SMALL);
        arrow.getElement().setAttribute("aria-hidden", "true");
        var label = new Span(name, arrow);
        label.addClassName("tenant-switch-label");
        return label;
    }

    private static void add(SubMenu menu, Tenant tenant, TenantContext context) {
        var item = menu.addItem(tenant.name(), click -> go(tenant.slug().value()));
        item.setCheckable(true);
        item.setChecked(tenant.id().equals(context.tenant().id()));
    }

    private static void go(String path) {
        UI.getCurrent().getPage().setLocation("/" + path);
    }
}
