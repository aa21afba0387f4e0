package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.switchboard.insight.success.Drill;
import io.switchboard.insight.success.Figure;
import io.switchboard.insight.success.FigureWords;
import io.switchboard.insight.success.Metric;
import io.switchboard.insight.success.Success;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.Sparkline;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One figure: the number, which leads to what it counts, how it moved, its shape, what it means, and how old what it says is. */
final class Tile extends Article {

    private static final long serialVersionUID = 1L;

    private final transient Optional<TenantContext> context;
    private final transient Metric metric;
    private final transient Clock clock;
    private final HtmlContainer number;
    private final Div links = new Div();
    private final Span trend = new Span();
    private final Div shape = new Div();
    private final Div age = new Div();
    private boolean aged;
    private transient Optional<Instant> newest = Optional.empty();

    /** Without a context the number leads nowhere: whoever looks may not see the tenant's receipts. */
    Tile(Optional<TenantContext> context, Metric metric, Clock clock) {
        this.context = context;
        this.metric = metric;
        this.clock = clock;
        this.number = context.isPresent() ? new Anchor() : new Span();
        addClassNames("card", "tile");
        getElement().setAttribute("data-metric", metric.id());
        number.addClassName("tile-number");
        trend.addClassName("tile-trend");
        age.addClassName("tile-age");
        var head = new Div(new H2(metric.title()), definition());
        head.addClassName("tile-head");
        add(head, number, trend, shape, age);
    }

    /** In the place of what was shown before; the focus stays where it is. */
    void show(Success success) {
        var figure = success.figure(metric);
        int steps = (int) success.checklist().applicable();
        number(success, FigureWords.value(metric.unit(), figure.value(), steps));
        trend(figure, steps);
        shape.removeAll();
        if (figure.series().stream().filter(point -> point.value().isPresent()).count() > 1) {
            shape.add(new Sparkline(
                    figure.series().stream().map(Figure.Point::value).toList(), sentence(figure, steps)));
        }
        age(success);
    }

    private void number(Success success, String words) {
        number.setText(words);
        if (number instanceof Anchor link) {
            var drills = success.drills(metric);
            link.setHref(address(drills.isEmpty() ? "setup" : drills.getFirst().page()));
            link.getElement()
                    .setAttribute("aria-label", metric.title() + ": " + spoken(words) + ". See what it counts.");
            links(drills);
        }
    }

    private void links(List<Drill> drills) {
        var known = links.getChildren().map(Anchor.class::cast).toList();
        for (int i = known.size(); i < drills.size(); i++) {
            links.add(new Anchor(address(drills.get(i).page()), drills.get(i).title()));
        }
        for (int i = 0; i < known.size(); i++) {
            known.get(i).setHref(address(drills.get(i).page()));
        }
    }

    private String address(String page) {
        return "/" + context.orElseThrow().path(page);
    }

    private static String spoken(String words) {
        return words.equals(FigureWords.NONE) ? "nothing to count yet" : words;
    }

    private void trend(Figure figure, int steps) {
        trend.removeAll();
        trend.setClassName("tile-trend");
        FigureWords.trend(figure, steps).ifPresentOrElse(this::show, () -> trend.add(none(figure)));
    }

    private void show(FigureWords.Trend moved) {
        trend.addClassName("trend-" + moved.tone());
        var arrow = new Span(moved.arrow() + " ");
        arrow.getElement().setAttribute("aria-hidden", "true");
        trend.add(arrow, new Span(moved.words()));
    }

    private static String none(Figure figure) {
        if (figure.metric() == Metric.FIRST_VALUE) {
            return figure.value().isPresent() ? "from the tenant's creation" : "still running";
        }
        return figure.value().isPresent() ? "nothing to compare with" : "nothing in this period";
    }

    private static String sentence(Figure figure, int steps) {
        var unit = figure.metric().unit();
        var first = figure.series().getFirst();
        var highest = figure.series().stream()
                .map(Figure.Point::value)
                .flatMapToDouble(OptionalDouble::stream)
                .max();
        return "Since " + first.from() + ": first " + FigureWords.value(unit, first.value(), steps) + ", last "
                + FigureWords.value(unit, figure.series().getLast().value(), steps) + ", highest "
                + FigureWords.value(unit, highest, steps) + ".";
    }

    private Component definition() {
        var details = new NativeDetails("?", new Div(new Paragraph(metric.definition()), links));
        details.addClassName("tile-definition");
        details.getSummary().getElement().setAttribute("aria-label", "What “" + metric.title() + "” means");
        return details;
    }

    private void age(Success success) {
        if (aged && newest.equals(success.newest())) {
            return;
        }
        aged = true;
        newest = success.newest();
        age.removeAll();
        success.newest()
                .ifPresentOrElse(
                        at -> age.add(new Span("newest receipt "), new RelativeTime(at, clock)),
                        () -> age.add("no receipt yet"));
    }
}
