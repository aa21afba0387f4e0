package io.switchboard.insight.isolation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.isolation.IsolationDesk;
import io.switchboard.insight.isolation.IsolationProbes;
import io.switchboard.insight.isolation.ProbeRun;
import io.switchboard.platform.components.Counts;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** How the canaries' probes went: what the last run says, its matrix, and the runs before. */
@Route(":tenant/isolation")
@Menu(title = "Isolation", order = 430, icon = "vaadin:shield")
@PageTitle("Isolation · Switchboard")
@OfPlatform
@PermitAll
class IsolationView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient IsolationDesk desk;
    private final transient IsolationProbes probes;
    private final transient ProbeTables tables;
    private final Ending ending = new Ending();

    IsolationView(TenantContexts contexts, IsolationDesk desk, IsolationProbes probes, ProbeTables tables) {
        super(contexts);
        this.desk = desk;
        this.probes = probes;
        this.tables = tables;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        desk.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("the isolation probes", decision)), () -> show(context));
    }

    private void show(TenantContext context) {
        removeAll();
        var runs = desk.runs(context.caller());
        add(header(context), ending);
        if (runs.isEmpty()) {
            add(new EmptyState(
                    "No run yet",
                    "Two canary tenants ask for each other’s things at every address, every day. The first run is within an hour of the portal’s start.",
                    probes.may(context.caller())
                            ? button(context)
                            : new Span("A platform-admin can have it run now.")));
        } else {
            last(context, runs);
        }
    }

    private Component header(TenantContext context) {
        var sentence =
                "Whether tenants are kept apart, asked every day by two canary tenants that have no customer’s credential.";
        return probes.may(context.caller())
                ? new PageHeader("Isolation", sentence, button(context))
                : new PageHeader("Isolation", sentence);
    }

    private Button button(TenantContext context) {
        var button = new Button("Probe now", _ -> probe(context));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        return button;
    }

    private void probe(TenantContext context) {
        var ended = probes.probe(context.caller());
        show(context);
        ending.tell(context.slug(), "have the canaries probe each other", ended);
    }

    private void last(TenantContext context, List<ProbeRun> runs) {
        var last = runs.getFirst();
        add(verdict(context, last));
        add(card(
                "The last run",
                new Counts()
                        .with(StateTag.Tone.NEUTRAL, last.doors(), "doors")
                        .with(StateTag.Tone.SUCCESS, last.refused(), "refused")
                        .with(StateTag.Tone.DANGER, last.leaks(), "leaks")
                        .with(StateTag.Tone.WARNING, last.uncovered(), "not covered"),
                tables.matrix(desk.probes(context.caller(), last))));
        add(card("Runs", tables.runs(context, runs)));
    }

    private Component verdict(TenantContext context, ProbeRun last) {
        var notice = new Div(tables.state(last), new Span(words(last)));
        if (last.leaks() > 0) {
            notice.add(new Anchor("/" + context.path("incidents"), "Incidents"));
        }
        notice.addClassNames("notice", "line");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private String words(ProbeRun last) {
        if (last.leaks() > 0) {
            return "A canary found what is the other’s. An incident is open; the leaks stand first below.";
        }
        if (last.uncovered() > 0) {
            return "Not every door could be judged. Those that could not stand first below, with the reason.";
        }
        return tables.isStale(last)
                ? "Everything was refused, but that is more than two days ago. Have the canaries probe now, and look why they did not."
                : "Everything that one canary asked of the other was refused.";
    }

    private static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.add(parts);
        card.addClassName("card");
        return card;
    }
}
