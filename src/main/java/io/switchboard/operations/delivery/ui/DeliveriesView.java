package io.switchboard.operations.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.kernel.Role;
import io.switchboard.operations.delivery.Delivery;
import io.switchboard.operations.delivery.DeliveryDesk;
import io.switchboard.operations.delivery.DeliveryDesk.Listed;
import io.switchboard.operations.delivery.Destination;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where the tenant's events and documents go by themselves, how that does, and what went there; live while others act. */
@Route(":tenant/deliveries")
@Menu(title = "Deliveries", order = 132, icon = "vaadin:paperplane-o")
@PageTitle("Deliveries · Switchboard")
@StyleSheet("context://themes/base/delivery.css")
@PermitAll
class DeliveriesView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryDesk desk;
    private final transient BucketsCard buckets;
    private final transient Clock clock;
    private final Ending ending = new Ending();
    private transient Optional<Stand> shown = Optional.empty();

    /** What the page shows; the same a second later is not shown anew. */
    private record Stand(
            DeliveryDesk.Figures figures, List<Listed> destinations, List<Delivery> deliveries, long count) {}

    DeliveriesView(TenantContexts contexts, DeliveryDesk desk, BucketsCard buckets, Clock clock) {
        super(contexts);
        this.buckets = buckets;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        removeAll();
        ending.removeAll();
        shown = Optional.empty();
        var header = new PageHeader(
                "Deliveries",
                "Each event goes to every destination until it is taken, each attempt with a receipt.",
                new Anchor(context.path("webhooks"), "Webhooks"));
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(header, new NotAllowedToSee("deliveries", against.get()));
            return;
        }
        var body = new Div();
        body.addClassName("delivery-cards");
        var connected = new Div();
        connected.addClassName("delivery-cards");
        add(header, ending, body, connected);
        again(context, body);
        connect(context, body, connected);
        LooksAgain.whileOpen(body, () -> again(context, body));
    }

    /** Beside what is shown anew every second, so that nobody's typing is lost. */
    private void connect(TenantContext context, Div body, Div connected) {
        connected.removeAll();
        connected.add(buckets.of(context, (wanted, ended) -> {
            ending.tell(context.slug(), wanted, ended);
            if (ended instanceof Enforced.Done<?>) {
                again(context, body);
                connect(context, body, connected);
            }
        }));
    }

    private void again(TenantContext context, Div body) {
        var caller = context.caller();
        var stand =
                new Stand(desk.figures(caller), desk.destinations(caller), desk.deliveries(caller), desk.count(caller));
        if (shown.filter(stand::equals).isEmpty()) {
            shown = Optional.of(stand);
            body.removeAll();
            body.add(tiles(stand.figures()), destinations(context, stand, body), deliveries(context, stand));
        }
    }

    private static Component tiles(DeliveryDesk.Figures figures) {
        var tiles = new Div(
                tile("Taken", String.valueOf(figures.delivered()), "Deliveries of the last 7 days that were taken."),
                tile(
                        "On their way",
                        String.valueOf(figures.waiting()),
                        "Of the last 7 days; each is attempted for 75 hours."),
                tile("Given up", String.valueOf(figures.givenUp()), "Of the last 7 days; replay them below."),
                tile(
                        "Delivery latency",
                        figures.median().map(DeliveryWords::took).orElse("–"),
                        "Median from the event to its being taken, last 7 days; p95 "
                                + figures.p95().map(DeliveryWords::took).orElse("none yet") + "."));
        tiles.addClassName("delivery-tiles");
        return tiles;
    }

    private static Component tile(String title, String number, String definition) {
        var figure = new Span(number);
        figure.addClassName("delivery-figure");
        var tile = new Article(new H2(title), figure, new Paragraph(definition));
        tile.addClassNames("card", "delivery-tile");
        return tile;
    }

    private Component destinations(TenantContext context, Stand stand, Div body) {
        if (stand.destinations().isEmpty()) {
            return new EmptyState(
                    "No destination yet",
                    "Register a webhook, which hears of every Trust Report, or connect a bucket, which is given its files.",
                    new Anchor(context.path("webhooks"), "Register a webhook"));
        }
        var table = new DataTable<Listed>("Destinations")
                .column("Destination", each -> new Span(title(each.destination())))
                .column("How it does", each -> DeliveryWords.state(each.health()))
                .column("Rule", each -> new Span(DeliveryWords.explained(each.health(), clock)))
                .column("Waiting", each -> new Span(String.valueOf(each.waiting())))
                .column("Action", each -> action(context, each, body))
                .rows(stand.destinations());
        return new Card("Destinations", table);
    }

    private Component action(TenantContext context, Listed each, Div body) {
        var to = each.destination();
        if (each.health().isDisabled()) {
            return context.holds(Role.PARTNER_ADMIN)
                    ? button(
                            "Switch on",
                            "Switch on " + title(to),
                            () -> desk.enable(context.caller(), to)
                                    .ifPresent(ended -> ending.tell(context.slug(), "switch on " + title(to), ended)),
                            context,
                            body)
                    : new Span("A partner-admin can switch it on.");
        }
        return button(
                "Send a test",
                "Send a test to " + title(to),
                () -> desk.test(context.caller(), to)
                        .ifPresent(
                                ended -> ending.tell(context.slug(), "put a test on its way to " + title(to), ended)),
                context,
                body);
    }

    private Button button(String text, String label, Runnable work, TenantContext context, Div body) {
        var button = new Button(text, _ -> {
            work.run();
            again(context, body);
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        return button;
    }

    private Component deliveries(TenantContext context, Stand stand) {
        if (stand.deliveries().isEmpty()) {
            return new Card("Delivery log", new Paragraph("Nothing has been put on its way yet."));
        }
        var table = new DataTable<Delivery>("Delivery log")
                .column("Event", each -> link(context, each))
                .column("About", each -> code(each.about()))
                .column("To", each -> new Span(title(each.to())))
                .column("Stands", DeliveryWords::state)
                .column("Attempts", each -> new Span(String.valueOf(each.attempts())))
                .column("Since", each -> new RelativeTime(each.createdAt(), clock))
                .column(
                        "Took",
                        each -> new Span(each.latency().map(DeliveryWords::took).orElse("–")))
                .rows(stand.deliveries());
        var card = new Card("Delivery log", table);
        if (stand.count() > stand.deliveries().size()) {
            card.add(new Paragraph("The latest " + stand.deliveries().size() + " of " + stand.count() + " are shown."));
        }
        return card;
    }

    private static Anchor link(TenantContext context, Delivery delivery) {
        return new Anchor(context.path("deliveries/" + delivery.id()), delivery.type());
    }

    static Span code(String text) {
        var span = new Span(text);
        span.addClassName("code");
        return span;
    }

    static String title(Destination to) {
        return to.kind().title() + " " + to.name();
    }
}
