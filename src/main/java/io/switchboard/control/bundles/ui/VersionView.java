package io.switchboard.control.bundles.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.switchboard.control.bundles.BundleDesk;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One version: what it changes, what it would have decided otherwise, what it says in shadow, and putting it in force. */
@Route(":tenant/policy/:version")
@PageTitle("Policy version · Switchboard")
@StyleSheet("context://themes/base/policy.css")
@OfPlatform
@PermitAll
class VersionView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient BundleDesk desk;
    private final transient VersionSteps steps;
    private final transient ReceiptQuery receipts;
    private final transient ActorNames names;
    private final transient Clock clock;
    private final Told told = new Told();
    private transient Optional<VersionSteps.Stand> shown = Optional.empty();

    VersionView(
            TenantContexts contexts,
            BundleDesk desk,
            VersionSteps steps,
            ReceiptQuery receipts,
            ActorNames names,
            Clock clock) {
        super(contexts);
        this.desk = desk;
        this.steps = steps;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    static RouteParameters parameters(TenantContext context, int number) {
        return context.parameters("version", String.valueOf(number));
    }

    /** 1 to 6 digits. */
    static Optional<Integer> number(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("version")
                .filter(text -> text.matches("[1-9][0-9]{0,5}"))
                .map(Integer::valueOf);
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        told.removeAll();
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("the policies", against.get()));
            return;
        }
        number(event)
                .flatMap(number -> desk.find(context.caller(), number))
                .ifPresentOrElse(
                        version -> show(context, version), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, PolicyVersion version) {
        removeAll();
        shown = Optional.empty();
        var body = new Div();
        body.addClassName("policy-body");
        add(header(context, version), told, body);
        again(context, version.number(), body);
        LooksAgain.whileOpen(body, () -> again(context, version.number(), body));
    }

    private static PageHeader header(TenantContext context, PolicyVersion version) {
        var title = "Version " + version.number() + " of the policies";
        if (!context.holds(Role.PLATFORM_ADMIN)) {
            return new PageHeader(title, version.title());
        }
        return new PageHeader(
                title, version.title(), new Button("Propose a change of it", click -> edit(context, version.number())));
    }

    static void edit(TenantContext context, int number) {
        UI.getCurrent().navigate(context.path("policy/" + number + "/edit"));
    }

    /** Only what is another than a second ago is shown anew. */
    private void again(TenantContext context, int number, Div body) {
        var stand = steps.stand(context.caller(), number);
        if (shown.filter(stand::equals).isEmpty()) {
            shown = Optional.of(stand);
            var version = desk.find(context.caller(), number).orElseThrow();
            body.removeAll();
            body.add(PolicyWords.card("How it stands", facts(context, version)));
            body.add(steps.changes(context, version));
            steps.of(context, version, stand, told, () -> again(context, number, body))
                    .forEach(body::add);
            body.add(PolicyWords.card("Files", files(version)));
        }
    }

    private Component facts(TenantContext context, PolicyVersion version) {
        var facts = new Facts()
                .with("State", PolicyWords.state(version.state()))
                .with(
                        "Proposed by",
                        version.ofRelease()
                                ? "the release"
                                : names.of(context.tenant().id(), version.author()))
                .with("Proposed", new RelativeTime(version.proposedAt(), clock))
                .with("Digest", new CopyText("the digest", version.digest().hex()))
                .with(
                        "Signed",
                        version.signedAt()
                                .<Component>map(at -> new RelativeTime(at, clock))
                                .orElseGet(() -> new Span("not yet: the platform had no keys")));
        version.basedOn().ifPresent(number -> facts.with("Made from", "version " + number));
        version.activatedAt().ifPresent(at -> facts.with("In force since", new RelativeTime(at, clock)));
        if (!version.why().isBlank()) {
            facts.with("Why", version.why());
        }
        version.proposed().ifPresent(receipt -> facts.with("Proposal", badge(context, receipt)));
        version.activated().ifPresent(receipt -> facts.with("Activation", badge(context, receipt)));
        return facts;
    }

    private ReceiptBadge badge(TenantContext context, ReceiptId receipt) {
        var states = receipts.states(context.caller().tenant(), List.of(receipt));
        return new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING));
    }

    private static Component files(PolicyVersion version) {
        var files = new Div();
        files.addClassName("policy-files");
        version.files().texts().forEach((name, text) -> {
            var shown = new Pre(text);
            shown.getElement().setAttribute("tabindex", "0");
            files.add(new NativeDetails(name, shown));
        });
        return files;
    }
}
