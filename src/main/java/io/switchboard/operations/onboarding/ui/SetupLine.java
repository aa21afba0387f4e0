package io.switchboard.operations.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.MemberId;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.SetupException;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.Optional;

/** One step of the checklist: its state, what it is for, and either the proof or the way to take it. */
final class SetupLine extends ListItem {

    private static final long serialVersionUID = 1L;

    /** {@code change} is what a person may do about whether the step applies; empty where they may not. */
    SetupLine(
            TenantContext context,
            Checklist.Item item,
            boolean next,
            Optional<Component> change,
            Members members,
            Clock clock) {
        addClassName("setup-step");
        var words =
                new Div(new H2(item.step().title()), new Paragraph(item.step().sentence()));
        words.addClassName("setup-words");
        var aside = aside(context, item, next, members, clock);
        change.ifPresent(aside::add);
        add(state(item.state()), words, aside);
    }

    private static StateTag state(Checklist.State state) {
        return switch (state) {
            case DONE -> new StateTag(StateTag.Tone.SUCCESS, "done");
            case OPEN -> new StateTag(StateTag.Tone.INFO, "to do");
            case EXCEPTED -> new StateTag(StateTag.Tone.NEUTRAL, "not applicable");
            case NOT_YET -> new StateTag(StateTag.Tone.NEUTRAL, "not yet");
        };
    }

    private static Div aside(TenantContext context, Checklist.Item item, boolean next, Members members, Clock clock) {
        var aside = new Div();
        aside.addClassName("setup-aside");
        item.completion().ifPresent(done -> aside.add(doneBy(context, done, members, clock), badge(context, done)));
        if (item.state() == Checklist.State.OPEN) {
            item.known().ifPresent(fact -> aside.add(invitation(context, fact, next)));
        }
        if (item.state() == Checklist.State.EXCEPTED) {
            item.exception().ifPresent(exception -> excepted(context, exception, aside, members, clock));
        }
        if (item.state() == Checklist.State.NOT_YET) {
            aside.add(new Span(item.step().needs()));
        }
        return aside;
    }

    private static void excepted(
            TenantContext context, SetupException exception, Div aside, Members members, Clock clock) {
        aside.add(
                new Span("“" + exception.reason() + "”"),
                new Span(
                        new RelativeTime(exception.at(), clock),
                        new Span(" by " + name(context, exception.by(), members))));
        exception
                .receipt()
                .ifPresent(receipt -> aside.add(new ReceiptBadge(context.slug(), receipt, LogState.PENDING)));
    }

    private static Span doneBy(TenantContext context, Completion done, Members members, Clock clock) {
        return new Span(new RelativeTime(done.at(), clock), new Span(" by " + name(context, done.by(), members)));
    }

    private static String name(TenantContext context, Actor actor, Members members) {
        return actor.type() == Actor.Type.USER
                ? members.find(context.tenant().id(), new MemberId(actor.id()))
                        .map(Member::displayName)
                        .orElse("a former member")
                : actor.type().wire() + " " + actor.id();
    }

    private static ReceiptBadge badge(TenantContext context, Completion done) {
        return new ReceiptBadge(
                context.slug(), done.proof().receipt().id(), done.proof().state());
    }

    private static Anchor invitation(TenantContext context, SetupFact fact, boolean next) {
        var link = new Anchor(context.path(fact.page()), fact.invitation());
        link.addClassName(next ? "setup-go-next" : "setup-go");
        link.getElement()
                .setAttribute(
                        "aria-label", fact.invitation() + ": " + fact.step().title());
        return link;
    }
}
