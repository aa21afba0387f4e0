package io.switchboard.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.switchboard.platform.components.PageHeader;

/** The door: says how to get in, and tells a stranger politely what happened. */
@Route("welcome")
@RouteAlias("")
@PageTitle("Switchboard")
@AnonymousAllowed
class WelcomeView extends Main implements BeforeEnterObserver {

    WelcomeView() {
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var query = event.getLocation().getQueryParameters().getParameters();
        add(new PageHeader(
                "Switchboard", "Every governed action leaves a signed receipt that you can verify offline."));
        add(new Paragraph(sentence(query.containsKey("stranger"), query.containsKey("failed"))));
    }

    private static String sentence(boolean stranger, boolean failed) {
        if (stranger) {
            return "You signed in, but you are not a member of that tenant. Ask its partner admin to add you, then follow your link again.";
        }
        return failed
                ? "The sign-in did not complete. Follow your tenant's link again; if it happens twice, tell your partner admin."
                : "Open your tenant's own address to sign in: it is this portal's address followed by the tenant's short name.";
    }
}
