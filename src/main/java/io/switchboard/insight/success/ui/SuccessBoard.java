package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.switchboard.insight.success.Metric;
import io.switchboard.insight.success.Success;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.platform.components.Chart;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tiles, the charts, the funnel and the tables of one moment. */
final class SuccessBoard extends Div {

    private static final long serialVersionUID = 1L;

    /** Empty for whoever looks from outside: no receipts, no people. */
    private final transient Optional<TenantContext> context;

    private final transient SuccessTables tables;
    private final List<Tile> tiles;
    private final Chart people = new Chart("Active people by week", SuccessCharts.NOTHING);
    private final Chart approvals = new Chart("Approvals by day", SuccessCharts.NOTHING);
    private final Chart rejects = new Chart("Rejected rows by reason", SuccessCharts.NOTHING);
    private final Div figures = new Div();
    private final Div nothing = new Div();
    private final Div lists = new Div();
    private transient Optional<Listed> listed = Optional.empty();

    /** What the lists show: they are most of the page, and seldom another. */
    private record Listed(Checklist checklist, List<Success.Person> people, List<Success.Decided> decided) {}

    SuccessBoard(Optional<TenantContext> context, SuccessTables tables) {
        this.context = context;
        this.tables = tables;
        this.tiles = Arrays.stream(Metric.values())
                .map(metric -> new Tile(context, metric, tables.clock()))
                .toList();
        addClassName("success-board");
        List.of(figures, nothing, lists).forEach(part -> part.addClassName("success-part"));
        context.ifPresent(of -> nothing.add(nothingYet(of)));
        figures.add(section(), charts());
        add(nothing, figures, lists);
    }

    /** In the place of what was shown before; what is the same stays as it is. */
    void show(Success success) {
        nothing.setVisible(success.isEmpty());
        figures.setVisible(!success.isEmpty());
        if (!success.isEmpty()) {
            tiles.forEach(tile -> tile.show(success));
            people.show(SuccessCharts.people(success));
            approvals.show(SuccessCharts.approvals(success));
            rejects.show(SuccessCharts.rejects(success));
        }
        var listed = Optional.of(new Listed(success.checklist(), success.people(), success.decided()));
        if (!listed.equals(this.listed)) {
            this.listed = listed;
            lists.removeAll();
            lists.add(card("Activation funnel", "", Funnel.of(context, success, tables.clock())));
            context.ifPresent(of -> lists(success, of));
        }
    }

    private void lists(Success success, TenantContext of) {
        if (!success.people().isEmpty()) {
            lists.add(card(
                    "Active people", "In the last seven times 24 hours, latest first.", tables.people(of, success)));
        }
        if (!success.decided().isEmpty()) {
            lists.add(card("Approvals", "Those that ended in the period, latest first.", tables.decided(of, success)));
        }
    }

    private Section section() {
        var section = new Section();
        section.addClassName("tiles");
        section.getElement().setAttribute("aria-label", "Figures");
        tiles.forEach(section::add);
        return section;
    }

    private Div charts() {
        var charts = new Div(
                card("Active people by week", "Each column is seven times 24 hours; the last ends now.", people),
                card("Approvals by day", "How tickets ended.", approvals),
                card("Rejected rows by reason", "What dry runs of the period turned away.", rejects));
        charts.addClassName("charts");
        return charts;
    }

    private static Component nothingYet(TenantContext context) {
        return new EmptyState(
                "Nothing to count yet",
                "Figures are made from receipts, and the first governed action leaves the first of them. Begin with the setup; what it takes is below.",
                new Anchor("/" + context.path("setup"), "Open the setup"));
    }

    static Section card(String title, String sentence, Component content) {
        var section = new Section(new H2(title));
        if (!sentence.isEmpty()) {
            section.add(new Paragraph(sentence));
        }
        section.add(content);
        section.addClassName("card");
        return section;
    }
}
