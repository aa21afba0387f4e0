package io.switchboard.insight.trustcentre.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.trustcentre.AccessRequest;
import io.switchboard.insight.trustcentre.AccessRequests;
import io.switchboard.insight.trustcentre.CentreSettings;
import io.switchboard.insight.trustcentre.Requester;
import io.switchboard.insight.trustcentre.TrustCentre;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tenant's trust centre: whether it is open, who asked, and what a partner-admin writes into it. */
@Route(":tenant/trust-centre")
@Menu(title = "Trust centre", order = 307, icon = "vaadin:handshake")
@PageTitle("Trust centre · Switchboard")
@PermitAll
class TrustCentreView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient TrustCentre centre;
    private final transient AccessRequests requests;
    private final transient Clock clock;
    private final Ending ending = new Ending();
    private transient Optional<List<Object>> shown = Optional.empty();

    TrustCentreView(TenantContexts contexts, TrustCentre centre, AccessRequests requests, Clock clock) {
        super(contexts);
        this.centre = centre;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        centre.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("the trust centre", decision)), () -> show(context));
    }

    private void show(TenantContext context) {
        removeAll();
        shown = Optional.empty();
        var settings = centre.settings(context.caller());
        var list = new Div();
        // Before the list is there: asking begins where it is attached.
        LooksAgain.whileOpen(list, () -> again(context, settings, list));
        again(context, settings, list);
        add(header(context, settings), ending, stand(context, settings), list);
        if (context.holds(Role.PARTNER_ADMIN)) {
            add(new Card("Settings", form(context, settings)));
        }
    }

    private static PageHeader header(TenantContext context, CentreSettings settings) {
        var sentence = "What strangers may see of " + context.tenant().name()
                + ": they ask, somebody decides about each document, and what is approved is theirs for a time.";
        return settings.open()
                ? new PageHeader("Trust centre", sentence, link(context, "Open the public page"))
                : new PageHeader("Trust centre", sentence);
    }

    /** Of the portal's own, but no view: the browser asks for it anew. */
    private static Anchor link(TenantContext context, String text) {
        var link = new Anchor("/trust/" + context.slug(), text);
        link.setRouterIgnore(true);
        return link;
    }

    private static Component stand(TenantContext context, CentreSettings settings) {
        var facts = new Facts()
                .with(
                        "Stands",
                        settings.open()
                                ? new StateTag(Tone.SUCCESS, "open to strangers")
                                : new StateTag(Tone.NEUTRAL, "closed"))
                .with("Address", settings.open() ? link(context, "/trust/" + context.slug()) : new Span("–"))
                .with("Lists", lists(settings));
        if (settings.terms().version() > 0) {
            facts.with("Terms", "version " + settings.terms().version())
                    .with(
                            "Their SHA-256",
                            new CopyText(
                                    "the digest of the terms",
                                    settings.terms().digest().hex()));
        }
        return new Card("How it stands", facts);
    }

    private static String lists(CentreSettings settings) {
        return settings.listed().isEmpty()
                ? "nothing"
                : settings.inOrder().stream().map(it -> it.title()).collect(Collectors.joining(", "));
    }

    private Component form(TenantContext context, CentreSettings settings) {
        return new CentreForm(
                settings, document -> centre.unavailable(context.tenant().id(), document), draft -> {
                    var ended = centre.configure(context.caller(), draft, settings.version());
                    if (ended instanceof Enforced.Done<CentreSettings>) {
                        show(context);
                    }
                    ending.tell(context.slug(), "save the trust centre", ended);
                });
    }

    /** A line, with how it stands at this moment. */
    private record Line(AccessRequest request, AccessRequest.Standing standing) {}

    private void again(TenantContext context, CentreSettings settings, Div list) {
        var lines = requests.list(context.caller()).stream()
                .map(it -> new Line(it, requests.standing(context.caller(), it)))
                .toList();
        if (shown.filter(lines::equals).isEmpty()) {
            shown = Optional.of(List.copyOf(lines));
            list.removeAll();
            list.add(lines.isEmpty() ? nothing(context, settings) : table(context, lines));
        }
    }

    private static Component nothing(TenantContext context, CentreSettings settings) {
        return settings.open()
                ? new EmptyState(
                        "Nobody has asked yet",
                        "Give the address of the public page to whoever judges you. Each request appears here by itself.",
                        link(context, "Open the public page"))
                : new EmptyState(
                        "The trust centre is closed",
                        context.holds(Role.PARTNER_ADMIN)
                                ? "Write a welcome and terms, choose documents, and open it below."
                                : "A partner-admin of your tenant can open it here.",
                        new Anchor(context.path("trust"), "What can be proven today"));
    }

    private Component table(TenantContext context, List<Line> lines) {
        var table = new DataTable<Line>("Requests for access")
                .column("Who", line -> who(context, line.request()))
                .column("Asks for", line -> new Span(AccessWords.documents(line.request())))
                .column("Stands", line -> AccessWords.standing(line.standing()))
                .column("Asked", line -> new RelativeTime(line.request().requestedAt(), clock))
                .column("Ends", line -> ends(line))
                .column(
                        "Downloads",
                        line -> new Span(String.valueOf(line.request().downloads())))
                .rows(lines);
        var card = new Card("Requests for access", table);
        long total = requests.count(context.caller());
        if (total > lines.size()) {
            card.add(new Paragraph("The latest " + lines.size() + " of " + total + " are shown."));
        }
        return card;
    }

    private Component ends(Line line) {
        return line.request()
                .endsAt()
                .filter(_ -> line.standing() != AccessRequest.Standing.REVOKED)
                .<Component>map(end -> new RelativeTime(end, clock))
                .orElseGet(() -> new Span("–"));
    }

    private static Component who(TenantContext context, AccessRequest request) {
        var link = new RouterLink(
                request.requester()
                        .map(Requester::company)
                        .orElseGet(() -> request.id().value()),
                AccessRequestView.class,
                context.parameters("request", request.id().value()));
        var person = new Span(request.requester().map(Requester::name).orElse(""));
        person.addClassName("muted");
        return new Div(link, new Div(person));
    }
}
