package io.switchboard.insight.reliability.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.insight.reliability.Burn;
import io.switchboard.insight.reliability.ServiceLevel;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.StateTag;
import java.util.Optional;

/** One indicator: how it stands, what is left of its budget, and what the alert rules see. */
final class LevelCard extends Section {

    private static final long serialVersionUID = 1L;

    LevelCard(ServiceLevel level, Optional<Component> form) {
        addClassNames("card", "level");
        getElement().setAttribute("data-indicator", level.indicator().id());
        var head = new Div(new H2(level.indicator().title()), state(level));
        head.addClassName("level-head");
        var number = new Span(LevelWords.attained(level.tally()));
        number.addClassName("level-number");
        add(head, number, new Paragraph(sentence(level)), facts(level), burns(level));
        add(details("What is counted", new Paragraph(level.indicator().definition())));
        form.ifPresent(component -> add(details("Change the objective", component)));
    }

    private static StateTag state(ServiceLevel level) {
        if (level.tally().isEmpty()) {
            return new StateTag(StateTag.Tone.NEUTRAL, "nothing to count");
        }
        return level.isMet()
                ? new StateTag(StateTag.Tone.SUCCESS, "met")
                : new StateTag(StateTag.Tone.DANGER, "missed");
    }

    private static String sentence(ServiceLevel level) {
        var tally = level.tally();
        var counted = level.indicator().counted();
        return tally.isEmpty()
                ? "No " + counted + " in the last " + level.objective().days()
                        + " days. The first ones appear here within half a minute."
                : LevelWords.number(tally.good()) + " of " + LevelWords.number(tally.total()) + " " + counted
                        + " in the last " + level.objective().days() + " days.";
    }

    private static Facts facts(ServiceLevel level) {
        var budget = level.budget();
        return new Facts()
                .with("Objective", level.objective().toString())
                .with("Error budget left", LevelWords.percent(budget.left()))
                .with(
                        "Failed",
                        level.tally().isEmpty()
                                ? LevelWords.NONE
                                : LevelWords.number(level.tally().bad()) + ", where "
                                        + LevelWords.some(budget.allowed()) + " may");
    }

    private static Component burns(ServiceLevel level) {
        return new DataTable<Burn>("Burn rates, " + level.indicator().title())
                .column(
                        "Burn rate",
                        burn -> new Span("over " + LevelWords.window(burn.rule().longWindow()) + " and "
                                + LevelWords.window(burn.rule().shortWindow())))
                .column(
                        "Now, alert at",
                        burn -> new Span(LevelWords.rate(burn.over()) + " and " + LevelWords.rate(burn.lately())
                                + ", at " + LevelWords.rate(burn.rule().factor())))
                .column("State", LevelWords::state)
                .rows(level.burns());
    }

    private static NativeDetails details(String summary, Component content) {
        return new NativeDetails(summary, content);
    }
}
