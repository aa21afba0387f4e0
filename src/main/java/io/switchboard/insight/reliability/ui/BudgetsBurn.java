package io.switchboard.insight.reliability.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.insight.assurance.ui.TrustNotice;
import io.switchboard.insight.reliability.BurnAlert;
import io.switchboard.insight.reliability.ReliabilityDesk;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says on the page Trust that an alert fires. */
@org.springframework.stereotype.Component
class BudgetsBurn implements TrustNotice {

    private final ReliabilityDesk desk;

    BudgetsBurn(ReliabilityDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Component> of(TenantContext context) {
        return Optional.of(desk.firing(context.caller()))
                .filter(firing -> !firing.isEmpty())
                .map(firing -> notice(context, firing));
    }

    private static Component notice(TenantContext context, List<BurnAlert> firing) {
        var which = firing.stream()
                .map(alert -> alert.indicator().title())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        var notice = new Div(
                new Span("An error budget is being spent too fast: " + which + "."),
                new RouterLink("Reliability", ReliabilityView.class, context.parameters()));
        notice.addClassNames("notice", "line");
        return notice;
    }
}
