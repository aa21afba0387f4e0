package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.insight.success.Cohort;
import io.switchboard.insight.success.CycleTime;
import io.switchboard.insight.success.DropOff;
import io.switchboard.insight.success.FigureWords;
import io.switchboard.insight.success.Metric;
import io.switchboard.insight.success.Overview;
import io.switchboard.insight.success.Pilot;
import io.switchboard.insight.success.Unit;
import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.Friction;
import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What an {@link Overview} says, a table for each question, with what its figures mean. */
record PilotTables(TenantContext context, Overview overview) {

    private static final int MOST = 10;

    static List<Component> of(TenantContext context, Overview overview) {
        var tables = new PilotTables(context, overview);
        var all = new ArrayList<Component>();
        all.add(tables.tenants());
        all.add(tables.cohorts());
        all.add(tables.dropOffs());
        all.add(tables.friction());
        all.add(tables.resolved());
        all.add(tables.cycleTimes());
        return all;
    }

    private Component tenants() {
        var table = new DataTable<Pilot>("Tenants").column("Tenant", this::link);
        Pilot.SHOWN.forEach(metric -> table.column(heading(metric), pilot -> figure(pilot, metric)));
        return SuccessBoard.card(
                "Tenants",
                "Each figure as on the tenant's own dashboard, whose tiles define it. Choose a tenant to open that.",
                table.rows(overview.pilots()));
    }

    /** Seven of them fit beside each other. */
    private static String heading(Metric metric) {
        return switch (metric) {
            case ACTIVATION -> "Steps";
            case FIRST_VALUE -> "First value";
            case ACTIVE_PEOPLE -> "Active people";
            case WAIT_P95 -> "Approvals p95";
            case INCIDENTS -> "Incidents with run";
            case DRY_RUNS -> "Dry runs pass";
            case COMMITS -> "Commits done";
            default -> metric.title();
        };
    }

    private Component link(Pilot pilot) {
        var link = new RouterLink(
                pilot.tenant().name(),
                PilotView.class,
                context.parameters("pilot", pilot.tenant().slug().value()));
        link.addClassName("pilot-link");
        return link;
    }

    private static Component figure(Pilot pilot, Metric metric) {
        return new Span(FigureWords.value(metric.unit(), pilot.figure(metric).value(), (int)
                pilot.checklist().applicable()));
    }

    private Component cohorts() {
        int weeks = overview.cohorts().stream()
                .mapToInt(cohort -> cohort.retention().size())
                .max()
                .orElse(0);
        var table = new DataTable<Cohort>("Cohorts by start week")
                .column("Week from", cohort -> new Span(cohort.week().toString()))
                .column("Tenants", cohort -> new Span(String.valueOf(cohort.tenants())));
        for (int i = 0; i < weeks; i++) {
            int week = i;
            table.column("Week " + week, cohort -> new Span(retained(cohort, week)));
        }
        return SuccessBoard.card(
                "Retention by start week",
                "Tenants created in the same week (Monday to Sunday, UTC), of the last " + Cohort.WEEKS
                        + ". Week 0 is a tenant's first 7 × 24 hours; a cell is the share of its tenants with at least one active person in that week, of those whose week has begun.",
                overview.cohorts().isEmpty()
                        ? none("No tenant was created in these weeks.")
                        : table.rows(overview.cohorts()));
    }

    private static String retained(Cohort cohort, int week) {
        if (week >= cohort.retention().size()) {
            return FigureWords.NONE;
        }
        var retained = cohort.retention().get(week);
        return FigureWords.value(Unit.PERCENT, OptionalDouble.of(retained.percent()), 0) + " (" + retained.active()
                + " of " + retained.begun() + ")";
    }

    private Component dropOffs() {
        return SuccessBoard.card(
                "Where pilots stop",
                "Tenants whose last step of the setup is older than seven days, by that step. Whoever has done all steps has not stopped.",
                new DataTable<DropOff>("Drop-off by last step")
                        .column(
                                "Last step",
                                drop -> new Span(
                                        drop.after().map(SetupStep::title).orElse("None yet")))
                        .column(
                                "Tenants",
                                drop -> new Span(String.valueOf(drop.tenants().size())))
                        .column("Which", drop -> new Span(names(drop)))
                        .rows(overview.dropOffs()));
    }

    private static String names(DropOff drop) {
        return drop.tenants().isEmpty()
                ? FigureWords.NONE
                : drop.tenants().stream().map(Tenant::name).collect(Collectors.joining(", "));
    }

    private Component friction() {
        var tables = new Div();
        tables.addClassName("frictions");
        Overview.FRICTION.forEach(by -> tables.add(friction(by)));
        return SuccessBoard.card(
                "Friction",
                "How often members reported what hurts in the period, by where it was; the ten most frequent.",
                tables);
    }

    private Component friction(Attachment by) {
        var found = overview.friction().getOrDefault(by, List.of());
        var title = by == Attachment.RULE ? "Policy decision (rule)" : by.label();
        if (found.isEmpty()) {
            return new Section(new Span(title), none("Nobody reported anything."));
        }
        return new DataTable<Friction>("Friction by " + by.label())
                .column(title, one -> new Span(one.about()))
                .column("Reports", one -> new Span(String.valueOf(one.reports())))
                .column("Tenants", one -> new Span(String.valueOf(one.tenants())))
                .rows(found.stream().limit(MOST).toList());
    }

    private Component resolved() {
        var resolved = overview.pilotBlocking();
        var number = new Span(FigureWords.value(Unit.PERCENT, resolved.percent(), 0));
        number.addClassName("tile-number");
        var words = new Paragraph(resolved.resolved() + " of " + resolved.blocking() + " resolved.");
        return SuccessBoard.card(
                "Pilot-blocking resolved",
                "Of the issues that block a pilot and were open at some moment of the period, the share that is resolved now. What was declined counts in neither number.",
                new Div(number, words));
    }

    private Component cycleTimes() {
        return SuccessBoard.card(
                "Cycle time",
                "From requested to done, over all tenants, by nearest rank.",
                new DataTable<CycleTime>("Cycle time by kind of action")
                        .column("Kind", time -> new Span(time.cycle().title()))
                        .column("Measured", time -> new Span(time.cycle().definition()))
                        .column("Done", time -> new Span(String.valueOf(time.done())))
                        .column("Median", time -> new Span(FigureWords.value(Unit.DURATION, time.median(), 0)))
                        .column("p95", time -> new Span(FigureWords.value(Unit.DURATION, time.p95(), 0)))
                        .rows(overview.cycleTimes()));
    }

    private static Paragraph none(String sentence) {
        var none = new Paragraph(sentence);
        none.addClassName("success-compared");
        return none;
    }
}
