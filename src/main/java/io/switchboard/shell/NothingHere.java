package io.switchboard.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.HttpStatusCode;
import io.switchboard.platform.components.PageHeader;

/** The page for an address that leads nowhere and, word for word the same, for one that is another tenant's. */
abstract class NothingHere extends Main {

    private static final long serialVersionUID = 1L;

    private final transient WayOn way;
    private final transient ErrorFeedback feedback;

    NothingHere(WayOn way, ErrorFeedback feedback) {
        this.way = way;
        this.feedback = feedback;
        addClassNames("page", "door");
    }

    final int show(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(
                "There is nothing at this address", "Or it is not yours to see; the portal does not say which."));
        add(way.from(event.getLocation()), feedback.at(event.getLocation()));
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
