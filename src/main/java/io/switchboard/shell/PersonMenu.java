package io.switchboard.shell;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.stream.Collectors;

/** Who is signed in, with which roles, and the way out: signing out ends the session here and at the identity provider. */
final class PersonMenu extends MenuBar {

    private static final long serialVersionUID = 1L;

    private final transient AuthenticationContext authentication;

    PersonMenu(AuthenticationContext authentication) {
        this.authentication = authentication;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        addClassName("person");
    }

    void show(TenantContext context) {
        removeAll();
        var member = context.member();
        MenuItem top = addItem(new Avatar(member.displayName()), member.displayName() + ", your account");
        top.add(name(member.displayName()));
        var below = top.getSubMenu();
        below.addItem(member.userName() + " in " + context.tenant().name()).setEnabled(false);
        below.addItem(roles(context)).setEnabled(false);
        below.addSeparator();
        below.addItem("Sign out", click -> authentication.logout());
    }

    private static Span name(String displayName) {
        var name = new Span(displayName);
        name.addClassName("person-name");
        return name;
    }

    private static String roles(TenantContext context) {
        return context.member().roles().stream().sorted().map(Role::wire).collect(Collectors.joining(", "));
    }
}
