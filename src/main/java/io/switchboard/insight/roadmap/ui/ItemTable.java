package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.insight.roadmap.Figures;
import io.switchboard.insight.roadmap.Item;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;
import java.util.stream.Collectors;

/** The items with how they stand and what they miss. */
final class ItemTable {

    private ItemTable() {}

    static Component of(TenantContext context, List<Item> items) {
        return new Card(
                "Items",
                "An item is Spec Ready once it has a metric target, a policy plan, a test plan, an operability plan and acceptance tests.",
                items.isEmpty()
                        ? new Paragraph(
                                "No item yet. Raise one from a finding below: it keeps the numbers as evidence.")
                        : table(context, items));
    }

    private static Component table(TenantContext context, List<Item> items) {
        return new DataTable<Item>("Items of the roadmap")
                .column("Item", item -> link(context, item))
                .column("State", RoadmapWords::state)
                .column("Target", item -> new Span(target(item)))
                .column("Missing", item -> new Span(missing(item)))
                .rows(items);
    }

    private static Component link(TenantContext context, Item item) {
        return new RouterLink(
                item.title(),
                ItemView.class,
                context.parameters("item", item.id().value()));
    }

    private static String target(Item item) {
        return item.spec()
                .target()
                .map(target -> Figures.of(item.evidence()).title(target) + ": " + target.words())
                .orElse("–");
    }

    private static String missing(Item item) {
        return item.isReady()
                ? "nothing"
                : item.missing().stream()
                        .map(missing -> missing.requirement().title())
                        .collect(Collectors.joining(", "));
    }
}
