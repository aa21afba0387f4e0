package io.switchboard.control.bundles.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.switchboard.control.bundles.BundleDesk;
import io.switchboard.control.bundles.Flip;
import io.switchboard.control.bundles.Simulation;
import io.switchboard.control.bundles.SimulationDesk;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.Counts;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag.Tone;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.List;

/** What would have been decided otherwise in the last 30 days: asked for, under way, or as a table of flips by tenant. */
final class SimulationCard {

    private static final int SHOWN = 300;

    private final BundleDesk desk;
    private final SimulationDesk simulations;
    private final Tenants tenants;
    private final Clock clock;

    SimulationCard(BundleDesk desk, SimulationDesk simulations, Tenants tenants, Clock clock) {
        this.desk = desk;
        this.simulations = simulations;
        this.tenants = tenants;
        this.clock = clock;
    }

    Component of(
            TenantContext context,
            PolicyVersion version,
            VersionSteps.Stand stand,
            boolean acts,
            Told told,
            Runnable again) {
        var card = PolicyWords.card("What would have been decided otherwise");
        var simulation = stand.simulation();
        if (simulation.isEmpty()) {
            card.add(
                    new Paragraph(
                            "Not tried yet. A simulation asks this version what was decided in the last 30 days, and changes nothing."));
        }
        simulation.ifPresent(it -> show(context, it, stand, card));
        if (acts && simulation.filter(it -> !it.isOver()).isEmpty()) {
            var title = simulation.isEmpty() ? "Simulate over the last 30 days" : "Simulate again";
            card.add(new Button(title, click -> {
                simulations
                        .simulate(context.caller(), version.number())
                        .ifPresent(ended -> told.tell(context, "begin the simulation", ended));
                again.run();
            }));
        }
        return card;
    }

    private void show(TenantContext context, Simulation simulation, VersionSteps.Stand stand, Section card) {
        switch (simulation.state()) {
            case QUEUED, RUNNING -> card.add(progress(simulation));
            case FAILED -> card.add(new Paragraph(simulation.problem().orElse("It could not be finished.")));
            case DONE -> {
                if (!stand.isSimulated()) {
                    card.add(notice("Version " + simulation.baseline()
                            + " was in force then, and is no more. Simulate again before you put this one in force."));
                }
                card.add(report(context, simulation));
            }
        }
    }

    private static Component progress(Simulation simulation) {
        var bar = new ProgressBar(0, 100, simulation.percent());
        bar.getElement().setAttribute("aria-label", "Decisions asked again");
        var words = new Span("Asked " + PolicyWords.number(simulation.totals().seen()) + " of "
                + PolicyWords.decisions(simulation.expected()) + " again, "
                + PolicyWords.number(
                        simulation.totals().toDeny() + simulation.totals().toAllow())
                + " of them otherwise so far.");
        words.getElement().setAttribute("role", "status");
        var both = new Div(bar, words);
        both.addClassName("policy-progress");
        return both;
    }

    private Component report(TenantContext context, Simulation simulation) {
        var totals = simulation.totals();
        var shown = new Div();
        shown.addClassName("policy-report");
        shown.add(new Counts()
                .with(Tone.DANGER, totals.toDeny(), "allowed → denied")
                .with(Tone.WARNING, totals.toAllow(), "denied → allowed")
                .with(Tone.SUCCESS, totals.evaluated() - totals.toDeny() - totals.toAllow(), "the same")
                .with(Tone.WARNING, totals.errors(), "not evaluable by it, so denied")
                .with(Tone.NEUTRAL, totals.notEvaluable(), "not asked again"));
        if (totals.notEvaluable() > 0) {
            shown.add(new Paragraph("Of " + PolicyWords.decisions(totals.notEvaluable())
                    + " it was not kept what was asked: they are from before that was recorded."));
        }
        if (totals.decidedOtherwise() > 0) {
            shown.add(new Paragraph(PolicyWords.decisions(totals.decidedOtherwise())
                    + " had another outcome then than the version in force gives today: other policies made them."));
        }
        var flips = desk.flips(context.caller(), simulation.id());
        shown.add(
                flips.isEmpty()
                        ? new Paragraph("No decision would have been another one.")
                        : table(context, flips.subList(0, Math.min(SHOWN, flips.size()))));
        if (flips.size() > SHOWN) {
            shown.add(new Paragraph(PolicyWords.number(flips.size() - (long) SHOWN)
                    + " more kinds of flips are in the report at the API."));
        }
        shown.add(facts(simulation));
        return shown;
    }

    private Component facts(Simulation simulation) {
        var facts = new Facts()
                .with("Against", "version " + simulation.baseline())
                .with(
                        "Asked again",
                        PolicyWords.decisions(simulation.totals().evaluated())
                                + "; those of a day that are alike once, so "
                                + PolicyWords.number(simulation.totals().requests()) + " questions");
        simulation.endedAt().ifPresent(at -> facts.with("Done", new RelativeTime(at, clock)));
        simulation
                .report()
                .ifPresent(report -> facts.with("Digest of the report", new CopyText("the digest", report.hex())));
        return facts;
    }

    private Component table(TenantContext context, List<Flip> flips) {
        return new DataTable<Flip>("Decisions that would be others")
                .column("Tenant", flip -> new Span(name(flip.tenant())))
                .column("Action", flip -> PolicyWords.code(flip.action().value()))
                .column("Now", flip -> PolicyWords.outcome(flip.toAllow() ? "denied" : "allowed"))
                .column("Then", flip -> PolicyWords.outcome(flip.toAllow() ? "allowed" : "denied"))
                .column("Decisions", flip -> new Span(PolicyWords.number(flip.decisions())))
                .column("Now by", flip -> PolicyWords.ids(flip.beforeBy(), "no policy permits it"))
                .column(
                        "Then by",
                        flip -> PolicyWords.ids(
                                flip.afterBy(), flip.error() ? "not evaluable" : "no policy permits it"))
                .column("Sample", flip -> sample(context, flip))
                .rows(flips);
    }

    private Component sample(TenantContext context, Flip flip) {
        var shown = new Div(new CopyText("the decision's id", flip.sample().value()));
        desk.sample(context.caller(), flip)
                .ifPresent(kept -> shown.add(
                        new Div(new RelativeTime(kept.at(), clock)), new Div(PolicyWords.code(kept.request()))));
        var details = new NativeDetails("one of them", shown);
        details.addClassName("policy-sample");
        return details;
    }

    private String name(TenantId tenant) {
        return tenants.find(tenant).map(Tenant::name).orElse(tenant.value());
    }

    private static Paragraph notice(String text) {
        var notice = new Paragraph(text);
        notice.addClassName("notice");
        return notice;
    }
}
