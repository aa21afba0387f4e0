package io.switchboard.insight.trustreports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.switchboard.insight.assurance.ui.TrustNotice;
import io.switchboard.operations.delivery.DeliveryDesk;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says on the page Trust that a destination is switched off: nothing is sent there, so nothing else would tell. */
@org.springframework.stereotype.Component
class SwitchedOffDestinations implements TrustNotice {

    private final DeliveryDesk deliveries;

    SwitchedOffDestinations(DeliveryDesk deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Optional<Component> of(TenantContext context) {
        var off = deliveries.disabled(context.caller());
        return off.isEmpty() ? Optional.empty() : Optional.of(notice(context, off));
    }

    private static Component notice(TenantContext context, List<DeliveryDesk.Listed> off) {
        long waiting = off.stream().mapToLong(DeliveryDesk.Listed::waiting).sum();
        var notice = new Div(
                new Span(off.stream()
                                .map(each -> each.destination().kind().title() + " "
                                        + each.destination().name())
                                .collect(Collectors.joining(", "))
                        + (off.size() == 1 ? " is" : " are") + " switched off, and " + waiting
                        + (waiting == 1 ? " delivery waits." : " deliveries wait.")),
                new Anchor(context.path("deliveries"), "Deliveries"));
        notice.addClassNames("notice", "line");
        return notice;
    }
}
