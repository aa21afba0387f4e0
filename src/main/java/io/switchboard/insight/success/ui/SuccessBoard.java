package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.switchboard.insight.success.Metric;
import io.switchboard.insight.success.Success;
import io.switchboard.platform.components.Chart;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Arrays;

/** The tiles, the charts, the funnel and the tables of one moment. */
final class SuccessBoard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient TenantContext context;
    private final transient SuccessTables tables;

    SuccessBoard(TenantContext context, SuccessTables tables) {
        this.context = context;
        this.tables = tables;
        addClassName("success-board");
    }

    void show(Success success) {
        removeAll();
        if (success.isEmpty()) {
            add(nothingYet());
        } else {
            add(tiles(success), charts(success));
        }
        add(card("Activation funnel", "", Funnel.of(context, success, tables.clock())));
        if (!success.people().isEmpty()) {
            add(card("Active people", "In the last seven times 24 hours, latest first.", tables.people(success)));
        }
        if (!success.decided().isEmpty()) {
            add(card("Approvals", "Those that ended in the period, latest first.", tables.decided(success)));
        }
    }

    private Component nothingYet() {
        return new EmptyState(
                "Nothing to count yet",
                "Figures are made from receipts, and the first governed action leaves the first of them. Begin with the setup; what it takes is below.",
                new Anchor("/" + context.path("setup"), "Open the setup"));
    }

    private Component tiles(Success success) {
        var tiles = new Section();
        tiles.addClassName("tiles");
        tiles.getElement().setAttribute("aria-label", "Figures");
        Arrays.stream(Metric.values()).forEach(metric -> tiles.add(new Tile(context, success, metric, tables.clock())));
        return tiles;
    }

    private static Component charts(Success success) {
        var charts = new Div(
                card(
                        "Active people by week",
                        "Each column is seven times 24 hours; the last ends now.",
                        new Chart("Active people by week", SuccessCharts.people(success))),
                card(
                        "Approvals by day",
                        "How tickets ended.",
                        new Chart("Approvals by day", SuccessCharts.approvals(success))));
        if (!success.rejects().isEmpty()) {
            charts.add(card(
                    "Rejected rows by reason",
                    "What dry runs of the period turned away.",
                    new Chart("Rejected rows by reason", SuccessCharts.rejects(success))));
        }
        charts.addClassName("charts");
        return charts;
    }

    private static Section card(String title, String sentence, Component content) {
        var section = new Section(new H2(title));
        if (!sentence.isEmpty()) {
            section.add(new Paragraph(sentence));
        }
        section.add(content);
        section.addClassName("card");
        return section;
    }
}
