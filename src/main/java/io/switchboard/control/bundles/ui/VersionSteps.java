package io.switchboard.control.bundles.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.bundles.Activation;
import io.switchboard.control.bundles.BundleChanges;
import io.switchboard.control.bundles.BundleDesk;
import io.switchboard.control.bundles.BundleDiff;
import io.switchboard.control.bundles.Simulation;
import io.switchboard.control.bundles.SimulationDesk;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.control.policy.ShadowFigures;
import io.switchboard.control.policy.Standing;
import io.switchboard.control.policy.VersionState;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.LinesView;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What there is to see and do about a version, step by step. */
@Component
class VersionSteps {

    private final BundleDesk desk;
    private final BundleChanges changes;
    private final SimulationDesk simulations;
    private final Activation activation;
    private final Tenants tenants;
    private final Clock clock;

    VersionSteps(
            BundleDesk desk,
            BundleChanges changes,
            SimulationDesk simulations,
            Activation activation,
            Tenants tenants,
            Clock clock) {
        this.desk = desk;
        this.changes = changes;
        this.simulations = simulations;
        this.activation = activation;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** All that changes while one looks at a version's page. */
    record Stand(
            Standing standing,
            Optional<Simulation> simulation,
            Optional<Ticket> ticket,
            List<ShadowFigures.Figure> shadow) {

        /** Whether it was simulated against the version that is in force now. */
        boolean isSimulated() {
            return simulation
                    .filter(it -> it.state() == Simulation.State.DONE && standing.isActive(it.baseline()))
                    .isPresent();
        }
    }

    Stand stand(Caller caller, int number) {
        return new Stand(
                desk.standing(caller),
                desk.simulation(caller, number),
                activation.ticket(caller, number),
                desk.shadowFigures(caller, number));
    }

    com.vaadin.flow.component.Component changes(TenantContext context, PolicyVersion version) {
        var other = version.state() == VersionState.ACTIVE
                ? version.basedOn().flatMap(number -> desk.find(context.caller(), number))
                : desk.active(context.caller());
        if (other.isEmpty()) {
            return PolicyWords.card("What it changes", new Paragraph("It was the first; there is nothing before it."));
        }
        var diff = BundleDiff.between(other.get().files(), version.files());
        var card = PolicyWords.card(
                "What it changes",
                new Paragraph("Against version " + other.get().number()
                        + (version.state() == VersionState.ACTIVE
                                ? ", which it was made from."
                                : ", which is in force.")));
        if (diff.isEmpty()) {
            card.add(new Paragraph("Both say the same."));
            return card;
        }
        card.add(new Facts()
                .with("Policies added", PolicyWords.ids(diff.added(), "none"))
                .with("Policies changed", PolicyWords.ids(diff.changed(), "none"))
                .with("Policies removed", PolicyWords.ids(diff.removed(), "none")));
        diff.files().forEach(file -> card.add(new LinesView(file.name(), file.lines())));
        return card;
    }

    List<com.vaadin.flow.component.Component> of(
            TenantContext context, PolicyVersion version, Stand stand, Told told, Runnable again) {
        var cards = new ArrayList<com.vaadin.flow.component.Component>();
        boolean acts = context.holds(Role.PLATFORM_ADMIN) && version.isUsable();
        if (version.state() != VersionState.ACTIVE && version.isUsable()) {
            cards.add(new SimulationCard(desk, simulations, tenants, clock)
                    .of(context, version, stand, acts, told, again));
        }
        if (version.state() == VersionState.SHADOW
                || !stand.shadow().isEmpty()
                || acts && version.state() != VersionState.ACTIVE) {
            cards.add(new ShadowCard(changes, tenants).of(context, version, stand, acts, told, again));
        }
        if (version.state() != VersionState.ACTIVE && version.isUsable()) {
            cards.add(new ActivationCard(activation, changes, clock).of(context, version, stand, acts, told, again));
        }
        return cards;
    }
}
