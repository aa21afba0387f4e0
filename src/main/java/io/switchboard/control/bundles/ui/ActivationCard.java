package io.switchboard.control.bundles.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.bundles.Activation;
import io.switchboard.control.bundles.ActivationEnd;
import io.switchboard.control.bundles.BundleChanges;
import io.switchboard.control.policy.PolicyVersion;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;

/** Putting a version in force: what is missing for it, the approval it waits for, and the button. */
final class ActivationCard {

    private final Activation activation;
    private final BundleChanges changes;
    private final Clock clock;

    ActivationCard(Activation activation, BundleChanges changes, Clock clock) {
        this.activation = activation;
        this.changes = changes;
        this.clock = clock;
    }

    Component of(
            TenantContext context,
            PolicyVersion version,
            VersionSteps.Stand stand,
            boolean acts,
            Told told,
            Runnable again) {
        boolean former = version.activatedAt().isPresent();
        var card = PolicyWords.card(former ? "Go back to it" : "Put it in force");
        card.add(new Paragraph(says(stand)));
        stand.ticket().ifPresent(ticket -> card.add(ticket(context, ticket)));
        if (acts) {
            buttons(context, version, stand, told, again, card);
        }
        return card;
    }

    private static String says(VersionSteps.Stand stand) {
        if (!stand.isSimulated()) {
            return "First simulate it against the version that is in force.";
        }
        return stand.ticket()
                .map(ticket -> switch (ticket.state()) {
                    case OPEN ->
                        "It waits for another platform-admin or PM to approve exactly this bundle and this report.";
                    case APPROVED -> "It is approved. It counts on every node a second after you put it in force.";
                    case DENIED -> "An approver said no.";
                    case EXPIRED, USED -> "Another platform-admin or PM has to approve it.";
                })
                .orElse("Another platform-admin or PM has to approve exactly this bundle and this report first.");
    }

    private Component ticket(TenantContext context, Ticket ticket) {
        var row = new Div(
                state(ticket.state()),
                new Anchor(context.path("approvals/" + ticket.id()), "The approval"),
                new Span(ticket.state() == TicketState.APPROVED ? "to be used" : "until"),
                new RelativeTime(ticket.deadline(), clock));
        row.addClassName("policy-row");
        return row;
    }

    private static StateTag state(TicketState state) {
        return switch (state) {
            case OPEN -> new StateTag(Tone.INFO, "waits for approval");
            case APPROVED -> new StateTag(Tone.SUCCESS, "approved");
            case DENIED -> new StateTag(Tone.DANGER, "denied");
            case EXPIRED, USED -> new StateTag(Tone.NEUTRAL, state.wire());
        };
    }

    private void buttons(
            TenantContext context,
            PolicyVersion version,
            VersionSteps.Stand stand,
            Told told,
            Runnable again,
            Section card) {
        boolean approved = stand.ticket()
                .filter(ticket -> ticket.state() == TicketState.APPROVED)
                .isPresent();
        var activate = new Button(approved ? "Put in force" : "Ask for approval", click -> {
            activation.activate(context.caller(), version.number()).ifPresent(end -> tell(context, end, told));
            again.run();
        });
        activate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        activate.setEnabled(stand.isSimulated() && (approved || stand.ticket().isEmpty()));
        var row = new Div(activate);
        row.addClassName("policy-row");
        if (version.activatedAt().isEmpty()) {
            row.add(new Button("Withdraw", click -> {
                changes.withdraw(context.caller(), version.number())
                        .ifPresent(ended -> told.tell(context, "withdraw it", ended));
                again.run();
            }));
        }
        card.add(row);
    }

    private static void tell(TenantContext context, ActivationEnd end, Told told) {
        end.ticket()
                .ifPresentOrElse(
                        ticket -> told.tell(
                                state(ticket.state()),
                                new Span(ticket.question().sentence()),
                                new Anchor(context.path("approvals/" + ticket.id()), "See the approval"),
                                Told.badge(context, end.ended())),
                        () -> told.tell(context, "put it in force", end.ended()));
    }
}
