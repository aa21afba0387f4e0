package io.switchboard.control.bundles.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.bundles.BundleDesk;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** All versions of the policies: which is in force, which is evaluated beside it, what is proposed. */
@Route(":tenant/policy")
@Menu(title = "Policies", order = 430, icon = "vaadin:gavel")
@PageTitle("Policies · Switchboard")
@StyleSheet("context://themes/base/policy.css")
@OfPlatform
@PermitAll
class PolicyView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final String PURPOSE =
            "Which rules decide every action of every tenant. A version is tried on past decisions and approved before it counts.";

    private final transient BundleDesk desk;
    private final transient ActorNames names;
    private final transient Clock clock;

    PolicyView(TenantContexts contexts, BundleDesk desk, ActorNames names, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.names = names;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new PageHeader("Policies", PURPOSE), new NotAllowedToSee("the policies", against.get()));
            return;
        }
        var active = desk.active(context.caller());
        add(active.filter(_ -> context.holds(Role.PLATFORM_ADMIN))
                .map(version -> new PageHeader("Policies", PURPOSE, change(context, version)))
                .orElseGet(() -> new PageHeader("Policies", PURPOSE)));
        desk.problem().ifPresent(problem -> add(notice(problem + " Everything is denied.")));
        unknown(context);
        add(table(context, desk.list(context.caller())));
    }

    private static Button change(TenantContext context, PolicyVersion active) {
        var change = new Button("Propose a change", click -> VersionView.edit(context, active.number()));
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return change;
    }

    private void unknown(TenantContext context) {
        List<ActionId> unknown = desk.unknownActions(context.caller());
        if (!unknown.isEmpty()) {
            add(notice("This portal knows actions that the version in force does not, so they are denied to everybody: "
                    + unknown.stream().map(ActionId::value).collect(Collectors.joining(", "))
                    + ". Take them over from the newest release below."));
        }
    }

    private static Paragraph notice(String text) {
        var notice = new Paragraph(text);
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }

    private Component table(TenantContext context, List<PolicyVersion> versions) {
        return new DataTable<PolicyVersion>("Versions of the policies")
                .column("Version", version -> named(context, version))
                .column("State", version -> PolicyWords.state(version.state()))
                .column("By", version -> new Span(author(context, version)))
                .column("Proposed", version -> new RelativeTime(version.proposedAt(), clock))
                .column(
                        "In force since",
                        version -> version.activatedAt()
                                .<Component>map(at -> new RelativeTime(at, clock))
                                .orElseGet(() -> new Span("–")))
                .column("Digest", version -> new ShortId(version.digest().hex()))
                .rows(versions);
    }

    private String author(TenantContext context, PolicyVersion version) {
        return version.ofRelease() ? "the release" : names.of(context.tenant().id(), version.author());
    }

    private static Component named(TenantContext context, PolicyVersion version) {
        var link = new RouterLink(
                "Version " + version.number(), VersionView.class, VersionView.parameters(context, version.number()));
        return new Div(link, new Div(version.title()));
    }
}
