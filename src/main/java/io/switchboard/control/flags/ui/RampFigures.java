package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.flags.Hold;
import io.switchboard.control.flags.Judgement;
import io.switchboard.control.flags.Ramp;
import io.switchboard.control.flags.RampDue;
import io.switchboard.control.flags.RampNow;
import io.switchboard.control.flags.RampState;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.RelativeTime;
import java.time.Clock;
import java.time.Instant;

/** How a ramp stands at this moment: where it is, when it goes on, what its guardrail says. Made again while the page is open. */
final class RampFigures extends Div {

    private static final long serialVersionUID = 1L;

    RampFigures(RampNow now, int percent, String reached, Clock clock) {
        addClassName("flag-fields");
        add(head(now.ramp(), percent, reached), steps(now, clock), facts(now, clock));
    }

    private static Component head(Ramp ramp, int percent, String reached) {
        var figure = new Span(percent + " %");
        figure.addClassName("ramp-now");
        var head = new Div(figure, new Span("now, " + reached), RampWords.state(ramp));
        head.addClassName("flag-row");
        return head;
    }

    private static Component steps(RampNow now, Clock clock) {
        var list = new OrderedList();
        list.addClassNames("flag-rules", "ramp-steps");
        for (int i = 0; i < now.ramp().plan().steps().size(); i++) {
            list.add(step(now, i, clock));
        }
        return list;
    }

    private static ListItem step(RampNow now, int place, Clock clock) {
        var ramp = now.ramp();
        var step = ramp.plan().steps().get(place);
        var row = new Div(
                new Span(RampWords.target(step.target())), RampWords.step(ramp, place), new Span(RampWords.hold(step)));
        row.addClassName("flag-row");
        boolean here = place == ramp.step() && ramp.state().isActive();
        if (here) {
            row.add(told("began ", new RelativeTime(ramp.since(), clock)));
            now.dueAt().ifPresent(at -> row.add(told("goes on ", new RelativeTime(at, clock))));
            if (step.hold() instanceof Hold.Sample(long actions)) {
                row.add(new Span(now.sample() + " of " + actions + " so far"));
            }
        }
        if (place == 0 && ramp.state() == RampState.SCHEDULED) {
            row.add(told("begins ", new RelativeTime(ramp.startsAt(), clock)));
        }
        return new ListItem(row);
    }

    private static Component told(String words, Component time) {
        return new Span(new Span(words), time);
    }

    private static Component facts(RampNow now, Clock clock) {
        var ramp = now.ramp();
        var facts = new Facts();
        if (ramp.state() == RampState.HELD
                || ramp.state() == RampState.PAUSED
                || !ramp.state().isActive()) {
            facts.with(because(ramp), said(ramp, clock));
        }
        facts.with("Guardrail", guardrail(now));
        now.guardrail().ifPresent(judgement -> facts.with("Now", judged(now, judgement)));
        now.guardrail()
                .filter(it -> it.baseline().isPresent())
                .ifPresent(it -> facts.with(
                        "Before the ramp", RampWords.figure(it.baseline().getAsDouble()) + " in as long a time"));
        if (ramp.state().isActive() && now.due() instanceof RampDue.Keep keep) {
            facts.with("Will not go on", keep.says());
        }
        return facts;
    }

    private static String because(Ramp ramp) {
        return switch (ramp.state()) {
            case HELD -> "Held because";
            case PAUSED -> "Paused because";
            case ROLLED_BACK -> "Rolled back because";
            case DONE, SCHEDULED, RUNNING -> "Ended";
        };
    }

    private static Component said(Ramp ramp, Clock clock) {
        Instant at = ramp.last().at();
        var said = ramp.last().says().isEmpty()
                ? switch (ramp.state()) {
                    case DONE -> "as planned";
                    case HELD, PAUSED, SCHEDULED, RUNNING, ROLLED_BACK -> "no reason was given";
                }
                : ramp.last().says();
        var row = new Div(new Span(said), new RelativeTime(at, clock));
        row.addClassName("flag-row");
        return row;
    }

    private static String guardrail(RampNow now) {
        return now.ramp()
                .plan()
                .guardrail()
                .map(it -> now.signal().map(signal -> signal.title()).orElse(it.signal()) + ": at most "
                        + RampWords.figure(it.bound())
                        + now.signal()
                                .map(signal -> ", judged from " + it.least() + " on (" + signal.counted() + ")")
                                .orElse(""))
                .orElse("none: time and approvals alone move this ramp");
    }

    private static Component judged(RampNow now, Judgement judgement) {
        var row = new Div(RampWords.verdict(judgement));
        judgement
                .figure()
                .ifPresent(figure -> row.add(new Span(RampWords.figure(figure) + " of "
                        + judgement.sample() + " "
                        + now.signal().map(signal -> signal.counted()).orElse("")
                        + " since the step began")));
        row.add(new Span(judgement.says()));
        row.addClassName("flag-row");
        return row;
    }
}
