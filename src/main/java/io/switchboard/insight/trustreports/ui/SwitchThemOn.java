package io.switchboard.insight.trustreports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.insight.assurance.ui.TrustNotice;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Optional;

/** Invites to weekly reports where the tenant could have them and has not switched them on. */
@org.springframework.stereotype.Component
class SwitchThemOn implements TrustNotice {

    private final TrustReportDesk desk;

    SwitchThemOn(TrustReportDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Component> of(TenantContext context) {
        return desk.couldBeOn(context.caller()) ? Optional.of(notice(context)) : Optional.empty();
    }

    private static Component notice(TenantContext context) {
        var notice = new Div(
                new Span("Weekly Trust Reports are off. Switched on, a signed report of each week is made by itself."),
                new RouterLink("Trust Reports", TrustReportsView.class, context.parameters()));
        notice.addClassNames("notice", "line");
        return notice;
    }
}
