package io.switchboard.control.approvals.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.approvals.Explanation;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.Facts;
import java.util.stream.Collectors;

/** The policy decision in words: who could decide, which policies say so to whoever looks, and why. Alt+E opens and closes it. */
final class WhyCard extends Section {

    private static final long serialVersionUID = 1L;

    WhyCard(Explanation explanation, Ticket ticket, Actor looks) {
        addClassNames("card", "approval-card");
        var details = new NativeDetails(
                "Explain: who could decide, and which policy asks", words(explanation, ticket, looks));
        details.getElement().setAttribute("aria-keyshortcuts", "Alt+E");
        Shortcuts.addShortcutListener(this, () -> details.setOpen(!details.isOpen()), Key.KEY_E, KeyModifier.ALT);
        add(details);
    }

    private static Div words(Explanation explanation, Ticket ticket, Actor looks) {
        var decision = explanation.yours();
        var facts = new Facts()
                .with("Waits", code(ticket.question().action().value()))
                .with("Could decide", who(explanation))
                .with("You", you(decision, ticket, looks))
                .with("By policy", code(policies(decision.determiningPolicies())))
                .with("Bundle", code(decision.bundleDigest().hex().substring(0, 12)));
        var words = new Div(facts);
        decision.reasons()
                .forEach(reason -> words.add(new Paragraph(reason.code() + ": " + reason.why() + " " + reason.help())));
        words.add(new Paragraph("Nobody decides what they asked for, or what would give themselves more rights."));
        return words;
    }

    /** Policy may still say yes where there is nothing left to decide. */
    private static String you(Decision decision, Ticket ticket, Actor looks) {
        if (ticket.hasVoteOf(looks)) {
            return "have decided, and nobody decides twice";
        }
        if (!decision.allowed()) {
            return "may not decide";
        }
        return ticket.state() == TicketState.OPEN
                ? "may decide"
                : "could have decided; it is " + ticket.state().wire() + " now";
    }

    private static String who(Explanation explanation) {
        return explanation.could().isEmpty()
                ? "nobody with a single role"
                : explanation.could().stream().map(Role::wire).collect(Collectors.joining(" or "));
    }

    private static String policies(java.util.List<String> ids) {
        return ids.isEmpty() ? "none permits it" : String.join(", ", ids);
    }

    private static Span code(String text) {
        var span = new Span(text);
        span.addClassName("code");
        return span;
    }
}
