package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.switchboard.insight.roadmap.Finding;
import io.switchboard.insight.roadmap.FindingKind;
import io.switchboard.insight.roadmap.Findings;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table for each kind of finding, with its definition, and a button beside each finding for whoever may raise an item. */
record FindingTables(TenantContext context, Findings findings, Optional<Raise> raise) {

    /** What the button does. */
    interface Raise extends Consumer<Finding> {}

    static List<Component> of(TenantContext context, Findings findings, Optional<Raise> raise) {
        var tables = new FindingTables(context, findings, raise);
        var all = new ArrayList<Component>();
        all.add(tables.head());
        Arrays.stream(FindingKind.values()).map(tables::card).forEach(all::add);
        return all;
    }

    private Component head() {
        var head = new Div(new H2("Findings"), new Periods(context, findings.period()));
        head.addClassNames("line", "findings-head");
        return head;
    }

    private Component card(FindingKind kind) {
        var found = findings.of(kind);
        return new Card(kind.title(), kind.definition(), found.isEmpty() ? none(kind) : table(kind, found));
    }

    private Paragraph none(FindingKind kind) {
        return new Paragraph(
                kind == FindingKind.QUERY && findings.statementsAway().isPresent()
                        ? findings.statementsAway().get()
                        : "Nothing in this period.");
    }

    private Component table(FindingKind kind, List<Finding> found) {
        var table = new DataTable<Finding>(kind.title()).column("Found", FindingTables::sentence);
        found.getFirst()
                .numbers()
                .keySet()
                .forEach(name -> table.column(RoadmapWords.heading(name), finding -> number(finding, name)));
        raise.ifPresent(does -> table.column("Item", finding -> button(finding, does)));
        return table.rows(found);
    }

    private static Component sentence(Finding finding) {
        var words = new Span(finding.sentence());
        if (finding.kind() == FindingKind.QUERY) {
            words.addClassName("code");
        }
        return words;
    }

    private static Component number(Finding finding, String name) {
        var number = new Span(RoadmapWords.number(name, finding.numbers().getOrDefault(name, 0L)));
        number.addClassName("unbroken");
        return number;
    }

    private static Button button(Finding finding, Raise does) {
        var button = new Button("Raise", _ -> does.accept(finding));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Raise an item from " + finding.sentence());
        return button;
    }
}
