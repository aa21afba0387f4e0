package io.switchboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.observability.Correlations;
import io.switchboard.platform.observability.ServerFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page for what went wrong on our side: no detail of it, but the correlation id under which the log has all. */
@PageTitle("Not possible now · Switchboard")
@AnonymousAllowed
class FailedView extends Main implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FailedView.class);

    private final transient Correlations correlations;

    private final transient ErrorFeedback feedback;

    FailedView(Correlations correlations, ErrorFeedback feedback) {
        this.correlations = correlations;
        this.feedback = feedback;
        addClassNames("page", "door");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        ServerFaults.note();
        LOG.error("The page at {} failed", event.getLocation().getPath(), parameter.getException());
        removeAll();
        add(new PageHeader(
                "This page could not be shown", "Something failed on our side. Nothing of yours was changed by it."));
        add(new EmptyState(
                "What to do now",
                "Load the page again. If it fails twice, tell the operators this correlation id: "
                        + correlations.current().value(),
                again(event)));
        add(feedback.at(event.getLocation()));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    private static Anchor again(BeforeEnterEvent event) {
        var link = new Anchor("/" + event.getLocation().getPathWithQueryParameters(), "Load it again");
        link.setRouterIgnore(true);
        return link;
    }
}
