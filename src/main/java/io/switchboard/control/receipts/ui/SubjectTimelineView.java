package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** What happened to one thing. What no receipt of the tenant is about has no timeline. */
@Route(":tenant/timeline/:subjectType/:subjectId")
@PageTitle("Timeline · Switchboard")
@StyleSheet("context://themes/base/receipts.css")
@PermitAll
class SubjectTimelineView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient TimelineSheet sheet;

    SubjectTimelineView(TenantContexts contexts, TimelineSheet sheet) {
        super(contexts);
        this.sheet = sheet;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        subject(event.getRouteParameters())
                .filter(subject -> sheet.knows(context.tenant().id(), subject))
                .ifPresentOrElse(
                        subject -> show(context, subject, event), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, SubjectName subject, BeforeEnterEvent event) {
        add(new PageHeader(
                "Timeline of " + subject,
                "Every thread that touched it, with what else came of the same requests.",
                TimelinePlace.of(context).link("Whole timeline", TimelineAddress.ALL)));
        var address = TimelineAddress.of(event.getLocation().getQueryParameters());
        add(sheet.show(new TimelinePlace(context, Optional.of(subject)), address));
    }

    private static Optional<SubjectName> subject(RouteParameters parameters) {
        try {
            return parameters
                    .get("subjectType")
                    .flatMap(type -> parameters.get("subjectId").map(id -> new SubjectName(type, id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
