package io.switchboard.control.bundles.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.bundles.BundleChanges;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.ShadowFigures.Figure;
import io.switchboard.control.policy.VersionState;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.Counts;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.StateTag.Tone;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the version said to real decisions, beside what was enforced; and switching that on and off. */
final class ShadowCard {

    private final BundleChanges changes;
    private final Tenants tenants;

    ShadowCard(BundleChanges changes, Tenants tenants) {
        this.changes = changes;
        this.tenants = tenants;
    }

    Component of(
            TenantContext context,
            PolicyVersion version,
            VersionSteps.Stand stand,
            boolean acts,
            Told told,
            Runnable again) {
        boolean on = version.state() == VersionState.SHADOW;
        var card = PolicyWords.card(
                "In shadow", new Paragraph(says(on, stand.shadow().isEmpty())));
        if (!stand.shadow().isEmpty()) {
            card.add(counts(stand.shadow()));
            disagreements(stand.shadow()).ifPresent(card::add);
        } else if (on) {
            card.add(new Paragraph("No decision was made since."));
        }
        if (acts && version.state() != VersionState.ACTIVE) {
            card.add(new Button(on ? "End the shadow" : "Put in shadow", click -> {
                changes.shadow(context.caller(), version.number(), !on)
                        .ifPresent(ended -> told.tell(context, on ? "end the shadow" : "put it in shadow", ended));
                again.run();
            }));
        }
        return card;
    }

    private static String says(boolean on, boolean never) {
        if (on) {
            return "It is evaluated beside the version in force on every decision that leaves a receipt. What counts is what is in force.";
        }
        return never
                ? "In shadow it is evaluated beside the version in force on real decisions, and changes none of them."
                : "What it said to real decisions while it was in shadow. It changed none of them.";
    }

    private static Component counts(List<Figure> figures) {
        return new Counts()
                .with(Tone.SUCCESS, sum(figures, figure -> figure.enforced().equals(figure.evaluated())), "the same")
                .with(
                        Tone.DANGER,
                        sum(
                                figures,
                                figure -> figure.enforced().equals("allowed")
                                        && figure.evaluated().equals("denied")),
                        "allowed, would be denied")
                .with(
                        Tone.WARNING,
                        sum(
                                figures,
                                figure -> figure.enforced().equals("denied")
                                        && figure.evaluated().equals("allowed")),
                        "denied, would be allowed")
                .with(Tone.WARNING, sum(figures, figure -> figure.evaluated().equals("error")), "not evaluable")
                .with(Tone.NEUTRAL, sum(figures, figure -> figure.evaluated().equals("missed")), "not asked in time");
    }

    private static long sum(List<Figure> figures, Predicate<Figure> which) {
        return figures.stream().filter(which).mapToLong(Figure::decisions).sum();
    }

    private Optional<Component> disagreements(List<Figure> figures) {
        var others = figures.stream().filter(Figure::disagrees).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataTable<Figure>("Where it says something else")
                        .column(
                                "Tenant",
                                figure -> new Span(tenants.find(figure.tenant())
                                        .map(Tenant::name)
                                        .orElse(figure.tenant().value())))
                        .column(
                                "Action",
                                figure -> PolicyWords.code(figure.action().value()))
                        .column("Enforced", figure -> PolicyWords.outcome(figure.enforced()))
                        .column("Evaluated", figure -> PolicyWords.outcome(figure.evaluated()))
                        .column("Decisions", figure -> new Span(PolicyWords.number(figure.decisions())))
                        .column(
                                "One of them",
                                figure -> new CopyText(
                                        "the decision's id", figure.sample().value()))
                        .rows(others));
    }
}
