package io.switchboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import org.springframework.stereotype.Component;

/** Where to go from an address that leads nowhere: by its tenant, and by whether this browser is signed in there. */
@Component
class WayOn {

    private final TenantContexts contexts;

    WayOn(TenantContexts contexts) {
        this.contexts = contexts;
    }

    EmptyState from(Location location) {
        var tenant = location.getFirstSegment();
        return contexts.of(new RouteParameters("tenant", tenant))
                .map(WayOn::within)
                .orElseGet(() -> outside(tenant));
    }

    private static EmptyState within(TenantContext context) {
        return new EmptyState(
                "You are signed in to " + context.tenant().name(),
                "Check the address, or ask whoever sent it.",
                link("/" + context.tenant().slug(), "Go to " + context.tenant().name()));
    }

    private static EmptyState outside(String tenant) {
        return Slug.isValid(tenant)
                ? new EmptyState(
                        "Are you a member of “" + tenant + "”?",
                        "This browser may be signed in to another tenant only. Sign in there, then follow the link again.",
                        link("/oauth2/authorization/" + tenant, "Sign in to " + tenant))
                : new EmptyState(
                        "Where to?",
                        "Check the address, or begin at the start page.",
                        link("/welcome", "Go to the start page"));
    }

    private static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.setRouterIgnore(true);
        return link;
    }
}
