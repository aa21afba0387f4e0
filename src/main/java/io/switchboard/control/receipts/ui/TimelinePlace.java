package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.control.receipts.TimelineFilter;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose timeline an address is of: the tenant's, or that of one thing of it. */
record TimelinePlace(TenantContext context, Optional<SubjectName> subject) {

    /** What stands in a path as it is; anything else is asked for by the query. */
    private static final Pattern IN_A_PATH = Pattern.compile("[A-Za-z0-9_:-][A-Za-z0-9._:-]*");

    static TimelinePlace of(TenantContext context) {
        return new TimelinePlace(context, Optional.empty());
    }

    /** To what happened to it. */
    static RouterLink about(TenantContext context, SubjectName subject) {
        return IN_A_PATH.matcher(subject.type()).matches()
                        && IN_A_PATH.matcher(subject.id()).matches()
                ? new TimelinePlace(context, Optional.of(subject)).link(subject.toString(), TimelineAddress.ALL)
                : of(context)
                        .link(subject.toString(), TimelineAddress.ALL.with("subject", Optional.of(subject.toString())));
    }

    RouterLink link(String text, TimelineAddress address) {
        var link = subject.isPresent()
                ? new RouterLink(text, SubjectTimelineView.class, parameters(subject.orElseThrow()))
                : new RouterLink(text, TimelineView.class, context.parameters());
        link.setQueryParameters(address.query());
        return link;
    }

    void open(TimelineAddress address) {
        var path = subject.map(name -> "timeline/" + name).orElse("timeline");
        UI.getCurrent().navigate(context.path(path), address.query());
    }

    TimelineFilter filter(TimelineAddress address) {
        return subject.map(address.filter()::about).orElseGet(address::filter);
    }

    private RouteParameters parameters(SubjectName name) {
        return new RouteParameters(
                new RouteParam("tenant", context.slug().value()),
                new RouteParam("subjectType", name.type()),
                new RouteParam("subjectId", name.id()));
    }
}
