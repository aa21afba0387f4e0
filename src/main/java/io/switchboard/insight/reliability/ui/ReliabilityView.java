package io.switchboard.insight.reliability.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.reliability.Baselines;
import io.switchboard.insight.reliability.Objective;
import io.switchboard.insight.reliability.Objectives;
import io.switchboard.insight.reliability.Reliability;
import io.switchboard.insight.reliability.ReliabilityDesk;
import io.switchboard.platform.components.Chart;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Service levels with their objectives and budgets, what burns, and how incidents are responded to. */
@Route(":tenant/reliability")
@Menu(title = "Reliability", order = 340, icon = "vaadin:dashboard")
@PageTitle("Reliability · Switchboard")
@StyleSheet("context://themes/base/reliability.css")
@PermitAll
class ReliabilityView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final transient ReliabilityDesk desk;
    private final transient Objectives objectives;
    private final transient Baselines baselines;
    private final transient AlertTable alerts;
    private final transient ResponseCard response;
    private final Ending ending = new Ending();

    ReliabilityView(
            TenantContexts contexts,
            ReliabilityDesk desk,
            Objectives objectives,
            Baselines baselines,
            AlertTable alerts,
            ResponseCard response) {
        super(contexts);
        this.desk = desk;
        this.objectives = objectives;
        this.baselines = baselines;
        this.alerts = alerts;
        this.response = response;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        desk.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("the service levels", decision)), () -> show(context));
    }

    private void show(TenantContext context) {
        removeAll();
        var reliability = desk.of(context.caller());
        add(
                new PageHeader(
                        "Reliability",
                        "How well the portal has served " + context.tenant().name()
                                + ", against its objectives; counted from its own requests and its log."),
                ending,
                since(reliability),
                alerts.of(context, reliability),
                levels(context, reliability),
                incidents(context, reliability));
    }

    private static Paragraph since(Reliability reliability) {
        var since = new Paragraph(
                reliability
                        .since()
                        .map(at -> "Counted since " + MOMENT.format(at) + ". Of the time before, nothing is known.")
                        .orElse(
                                "Nothing is counted yet. That begins by itself within half a minute; load the page again then."));
        since.addClassNames("muted", "level-since");
        return since;
    }

    private Div levels(TenantContext context, Reliability reliability) {
        var levels = new Div();
        levels.addClassName("levels");
        reliability.levels().forEach(level -> levels.add(new LevelCard(level, form(context, level.objective()))));
        levels.add(
                ReliabilityCards.card("Failures by day", new Chart("Failures by day", FailureChart.of(reliability))));
        return levels;
    }

    private Optional<Component> form(TenantContext context, Objective objective) {
        return desk.may(context.caller(), Objectives.SET)
                ? Optional.of(new ObjectiveForm(
                        objective,
                        (percent, days) -> told(
                                context,
                                "set the objective of "
                                        + objective.indicator().title().toLowerCase(Locale.ENGLISH),
                                objectives.set(
                                        context.caller(), objective.indicator(), percent, days, objective.version()))))
                : Optional.empty();
    }

    private Component incidents(TenantContext context, Reliability reliability) {
        var card = response.of(context, reliability);
        if (desk.may(context.caller(), Baselines.RECORD)) {
            card.add(response.form(
                    (from, to) -> told(context, "record the baseline", baselines.record(context.caller(), from, to))));
        }
        return card;
    }

    private void told(TenantContext context, String wanted, Enforced<?> ended) {
        if (ended instanceof Enforced.Done<?>) {
            show(context);
        }
        ending.tell(context.slug(), wanted, ended);
    }
}
