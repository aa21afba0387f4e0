package io.switchboard.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** A view that somebody may not see does not exist for them. */
@PageTitle("Nothing here · Switchboard")
@AnonymousAllowed
class DeniedView extends NothingHere implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    DeniedView(WayOn way, ErrorFeedback feedback) {
        super(way, feedback);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return show(event);
    }
}
