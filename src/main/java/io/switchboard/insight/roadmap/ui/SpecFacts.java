package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.switchboard.insight.roadmap.Figures;
import io.switchboard.insight.roadmap.Item;
import io.switchboard.platform.components.Facts;
import java.util.List;

/** A spec to read. */
final class SpecFacts {

    private SpecFacts() {}

    static Facts of(Item item) {
        var spec = item.spec();
        return new Facts()
                .with(
                        "Metric target",
                        spec.target()
                                .map(target -> Figures.of(item.evidence()).title(target) + ": " + target.words())
                                .orElse("–"))
                .with("Actions", said(String.join(", ", spec.actions())))
                .with("Policy plan", said(spec.policyPlan()))
                .with("Test plan", lines(spec.tests()))
                .with("Flag", said(spec.flag()))
                .with("Watched", said(spec.signal()))
                .with("Undone by", said(spec.wayBack()))
                .with("Acceptance tests", lines(spec.acceptance()));
    }

    private static String said(String text) {
        return text.isBlank() ? "–" : text;
    }

    private static Component lines(List<String> lines) {
        var list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(line)));
        return lines.isEmpty() ? new Span("–") : list;
    }
}
