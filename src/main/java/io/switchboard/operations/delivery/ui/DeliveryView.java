package io.switchboard.operations.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.delivery.Attempt;
import io.switchboard.operations.delivery.Delivery;
import io.switchboard.operations.delivery.Delivery.State;
import io.switchboard.operations.delivery.DeliveryDesk;
import io.switchboard.operations.delivery.DeliveryId;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One delivery: how it stands, what was sent, each attempt with its answer and its receipt, and sending it again. */
@Route(":tenant/deliveries/:delivery")
@PageTitle("Delivery · Switchboard")
@StyleSheet("context://themes/base/delivery.css")
@PermitAll
class DeliveryView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryDesk desk;
    private final transient ReceiptQuery receipts;
    private final transient Clock clock;
    private final Ending ending = new Ending();
    private transient Optional<Stand> shown = Optional.empty();

    private record Stand(Delivery delivery, List<Attempt> attempts, Map<ReceiptId, LogState> states) {}

    DeliveryView(TenantContexts contexts, DeliveryDesk desk, ReceiptQuery receipts, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        removeAll();
        ending.removeAll();
        shown = Optional.empty();
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("deliveries", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("delivery")
                .flatMap(DeliveryId::parse)
                .flatMap(id -> desk.find(context.caller(), id))
                .ifPresentOrElse(
                        delivery -> show(context, delivery), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Delivery delivery) {
        var body = new Div();
        body.addClassName("delivery-cards");
        add(
                new PageHeader(
                        "Delivery of " + delivery.type(),
                        "To " + DeliveriesView.title(delivery.to()) + ", about " + delivery.about() + ".",
                        new Anchor(context.path("deliveries"), "All deliveries")),
                ending,
                body);
        again(context, delivery.id(), body);
        LooksAgain.whileOpen(body, () -> again(context, delivery.id(), body));
    }

    private void again(TenantContext context, DeliveryId id, Div body) {
        var stand = stand(context, id);
        if (shown.filter(stand::equals).isEmpty()) {
            shown = Optional.of(stand);
            body.removeAll();
            body.add(
                    new Card("How it stands", facts(stand.delivery()), next(context, stand.delivery(), body)),
                    new Card("Attempts", attempts(context, stand)),
                    new Card("What is sent", sent(context, id)));
        }
    }

    private Stand stand(TenantContext context, DeliveryId id) {
        var delivery = desk.find(context.caller(), id).orElseThrow();
        var attempts = desk.attempts(context.caller(), id);
        var ids =
                attempts.stream().flatMap(attempt -> attempt.receipt().stream()).toList();
        return new Stand(delivery, attempts, receipts.states(context.tenant().id(), ids));
    }

    private Component facts(Delivery delivery) {
        var facts = new Facts()
                .with("State", DeliveryWords.state(delivery))
                .with("Message", DeliveriesView.code(delivery.message().value()))
                .with("Since", new RelativeTime(delivery.createdAt(), clock));
        if (delivery.state() == State.WAITING) {
            facts.with("Next attempt", new RelativeTime(delivery.dueAt(), clock));
        }
        delivery.latency().ifPresent(took -> facts.with("Took", DeliveryWords.took(took)));
        return facts;
    }

    /** What to do about it; another way is offered where this one fails. */
    private Component next(TenantContext context, Delivery delivery, Div body) {
        var line = new Div();
        line.addClassName("line");
        if (delivery.state() != State.WAITING) {
            var replay = new Button("Send it again", _ -> {
                desk.replay(context.caller(), delivery.id())
                        .ifPresent(ended -> ending.tell(context.slug(), "send it again", ended));
                again(context, delivery.id(), body);
            });
            replay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            line.add(replay);
        }
        if (delivery.state() != State.DELIVERED && delivery.attempts() > 0) {
            line.add(
                    new Span("Cannot wait? Another way:"),
                    new Anchor(context.path("trust/reports"), "Share the file by a secure link"));
        }
        return line;
    }

    private Component attempts(TenantContext context, Stand stand) {
        return stand.attempts().isEmpty()
                ? new Paragraph("None yet. The first is made within a second or two.")
                : new DataTable<Attempt>("Attempts")
                        .column("No.", each -> new Span(String.valueOf(each.number())))
                        .column("When", each -> new RelativeTime(each.beganAt(), clock))
                        .column(
                                "Took",
                                each -> new Span(
                                        each.took().map(DeliveryWords::took).orElse("–")))
                        .column("Ended", each -> DeliveriesView.code(each.outcome()))
                        .column("What happened", each -> new Span(each.says()))
                        .column("Answer", each -> each.answer().isBlank() ? new Span("–") : new Pre(each.answer()))
                        .column("Receipt", each -> badge(context, each, stand.states()))
                        .rows(stand.attempts());
    }

    private static Component badge(TenantContext context, Attempt attempt, Map<ReceiptId, LogState> states) {
        return attempt.receipt()
                .<Component>map(receipt ->
                        new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING)))
                .orElseGet(() -> new Span("–"));
    }

    private Component sent(TenantContext context, DeliveryId id) {
        var body = new Pre(desk.body(context.caller(), id).orElse(""));
        body.addClassName("delivery-body");
        body.getElement().setAttribute("tabindex", "0");
        return body;
    }
}
