package io.switchboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.HttpStatusCode;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;

/** The page for an address that leads nowhere and, word for word the same, for one that is another tenant's. */
abstract class NothingHere extends Main {

    private static final long serialVersionUID = 1L;

    private final transient ErrorFeedback feedback;

    NothingHere(ErrorFeedback feedback) {
        this.feedback = feedback;
        addClassNames("page", "door");
    }

    final int show(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(
                "There is nothing at this address", "Or it is not yours to see; the portal does not say which."));
        add(next(event.getLocation().getFirstSegment()), feedback.at(event.getLocation()));
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    private static EmptyState next(String tenant) {
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
