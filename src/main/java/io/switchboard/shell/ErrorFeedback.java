package io.switchboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import io.switchboard.operations.feedback.ui.FeedbackFrame;
import io.switchboard.platform.identity.ui.TenantContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feedback button for pages that say what went wrong, for members of the tenant that the address names. */
@org.springframework.stereotype.Component
class ErrorFeedback {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorFeedback.class);

    private final TenantContexts contexts;
    private final FeedbackFrame frame;

    ErrorFeedback(TenantContexts contexts, FeedbackFrame frame) {
        this.contexts = contexts;
        this.frame = frame;
    }

    /** Nothing where nobody is signed in to that tenant, or where the same fault keeps this from working as well. */
    Component at(Location location) {
        var place = new Div();
        try {
            contexts.of(new RouteParameters("tenant", location.getFirstSegment()))
                    .ifPresent(context -> {
                        var corner = frame.corner();
                        place.add(corner);
                        corner.show(context);
                    });
        } catch (RuntimeException e) {
            LOG.warn("An error page offers no feedback, since that fails as well", e);
        }
        return place;
    }
}
