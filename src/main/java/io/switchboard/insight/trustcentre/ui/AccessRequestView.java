package io.switchboard.insight.trustcentre.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.Subject;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.trustcentre.AccessId;
import io.switchboard.insight.trustcentre.AccessRequest;
import io.switchboard.insight.trustcentre.AccessRequest.Standing;
import io.switchboard.insight.trustcentre.AccessRequests;
import io.switchboard.insight.trustcentre.AccessStep;
import io.switchboard.insight.trustcentre.RequestedDocument;
import io.switchboard.insight.trustcentre.TrustCentre;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One request: who asks and why, what is decided about each document, and everything that happened, each with its receipt. */
@Route(":tenant/trust-centre/:request")
@PageTitle("Request for access · Switchboard")
@StyleSheet("context://themes/base/delivery.css")
@PermitAll
class AccessRequestView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient TrustCentre centre;
    private final transient AccessRequests requests;
    private final transient ReceiptQuery receipts;
    private final transient ActorNames names;
    private final transient Clock clock;
    private final Ending ending = new Ending();
    private transient Optional<List<Object>> shown = Optional.empty();
    private Div body = new Div();

    AccessRequestView(
            TenantContexts contexts,
            TrustCentre centre,
            AccessRequests requests,
            ReceiptQuery receipts,
            ActorNames names,
            Clock clock) {
        super(contexts);
        this.centre = centre;
        this.requests = requests;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        shown = Optional.empty();
        var against = centre.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("the trust centre", against.get()));
            return;
        }
        event.getRouteParameters()
                .get("request")
                .flatMap(AccessId::parse)
                .flatMap(id -> requests.find(context.caller(), id))
                .ifPresentOrElse(
                        request -> show(context, request.id()), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, AccessId id) {
        body = new Div();
        body.addClassName("delivery-cards");
        LooksAgain.whileOpen(body, () -> again(context, id));
        again(context, id);
        add(
                new PageHeader(
                        "Request for access",
                        "Decide about each document; what you approve is handed out once the terms are accepted, until the grant ends.",
                        new Anchor(context.path("trust-centre"), "All requests")),
                ending,
                body);
    }

    private void again(TenantContext context, AccessId id) {
        requests.find(context.caller(), id).ifPresent(request -> {
            var standing = requests.standing(context.caller(), request);
            var steps = requests.steps(context.caller(), id);
            List<Object> stand = List.of(request, standing, steps);
            if (shown.filter(stand::equals).isEmpty()) {
                shown = Optional.of(stand);
                body.removeAll();
                body.add(facts(context, request, standing), documents(request));
                decision(context, request, standing).ifPresent(body::add);
                body.add(history(context, steps));
            }
        });
    }

    private Component facts(TenantContext context, AccessRequest request, Standing standing) {
        var facts = new Facts()
                .with("Stands", AccessWords.standing(standing))
                .with("Asked", new RelativeTime(request.requestedAt(), clock))
                .with("Request", new CopyText("the request's id", request.id().value()));
        request.endsAt().ifPresent(end -> facts.with("The grant ends", new RelativeTime(end, clock)));
        request.requester()
                .ifPresentOrElse(
                        it -> facts.with("Company", it.company())
                                .with("Name", it.name() + ", as typed in; nobody has checked it")
                                .with("E-mail", it.email())
                                .with("Why", said(it.why())),
                        () -> facts.with(
                                "Who asks",
                                requests.mayDecide(context.caller())
                                        ? "purged"
                                        : "shown to partner-admins and approvers"));
        facts.with("Watermark", watermark(request));
        request.accepted()
                .ifPresent(it -> facts.with("Terms accepted", new RelativeTime(it.at(), clock))
                        .with("Version", it.terms() + signed(context, request)));
        return new Card("How it stands", facts);
    }

    private String signed(TenantContext context, AccessRequest request) {
        return requests.signed(context.caller(), request.id())
                .map(name -> ", signed “" + name + "”")
                .orElse("");
    }

    private static String watermark(AccessRequest request) {
        var decided = request.decidedAt().isEmpty() ? "not decided" : request.watermarked() ? "on every page" : "none";
        return decided + (request.wantsWatermark() ? ", asked for by the requester" : "");
    }

    private static Span said(String text) {
        var said = new Span(text);
        said.addClassName("said");
        return said;
    }

    private static Component documents(AccessRequest request) {
        return new Card(
                "Documents",
                new DataTable<RequestedDocument>("Documents of the request")
                        .column("Document", it -> new Span(it.document().title()))
                        .column("Decision", it -> AccessWords.verdict(it.verdict()))
                        .column("Withheld", it -> new Span(withheld(it)))
                        .column("Reason", it -> said(it.reason().isEmpty() ? "–" : it.reason()))
                        .column("Downloads", it -> new Span(String.valueOf(it.downloads())))
                        .rows(request.documents()));
    }

    private static String withheld(RequestedDocument it) {
        return it.withheld().isEmpty()
                ? "–"
                : String.join(", ", it.withheld().stream().sorted().toList());
    }

    private Optional<Component> decision(TenantContext context, AccessRequest request, Standing standing) {
        if (standing.isOver()) {
            return Optional.empty();
        }
        if (!requests.mayDecide(context.caller())) {
            return Optional.of(new Card(
                    "Decide", new Paragraph("A partner-admin or an approver decides about requests and ends grants.")));
        }
        return Optional.of(
                standing == Standing.WAITING
                        ? new Card(
                                "Decide",
                                new RulingForm(
                                        request,
                                        document -> requests.sections(context.caller(), document),
                                        ruling -> told(
                                                "decide about the request",
                                                context,
                                                request.id(),
                                                requests.decide(context.caller(), request.id(), ruling))))
                        : new Card(
                                "End it",
                                new Paragraph(
                                        "From that moment on nothing is handed out; what was, stays where it is."),
                                revoke(context, request)));
    }

    private Button revoke(TenantContext context, AccessRequest request) {
        var button = new Button(
                "Revoke the grant",
                _ -> told("revoke the grant", context, request.id(), requests.revoke(context.caller(), request.id())));
        button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return button;
    }

    /** What could not be decided leaves the form as it was filled in; what changed meanwhile is shown. */
    private void told(String wanted, TenantContext context, AccessId id, Optional<Enforced<AccessRequest>> ended) {
        ended.ifPresent(it -> {
            again(context, id);
            ending.tell(context.slug(), wanted, it);
        });
    }

    private Component history(TenantContext context, List<AccessStep> steps) {
        var states = receipts.states(
                context.tenant().id(), steps.stream().map(AccessStep::receipt).toList());
        return new Card(
                "What happened",
                new DataTable<AccessStep>("What happened to the request")
                        .column("What", step -> new Span(AccessWords.step(step.action())))
                        .column("When", step -> new RelativeTime(step.at(), clock))
                        .column("By", step -> new Span(by(context, step)))
                        .column("File", step -> file(step))
                        .column(
                                "Receipt",
                                step -> new ReceiptBadge(
                                        context.slug(),
                                        step.receipt(),
                                        states.getOrDefault(step.receipt(), LogState.PENDING)))
                        .rows(steps));
    }

    private String by(TenantContext context, AccessStep step) {
        return switch (step.by().type()) {
            case SYSTEM -> "the requester";
            case USER, SERVICE, PLAYBOOK -> names.of(context.tenant().id(), step.by());
        };
    }

    private static Component file(AccessStep step) {
        return step.file()
                .<Component>map(file -> new Div(new Div(file.id()), digest(file)))
                .orElseGet(() -> new Span("–"));
    }

    private static Component digest(Subject file) {
        return new ShortId(file.digest().hex());
    }
}
