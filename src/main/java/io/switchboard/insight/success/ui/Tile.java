package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.switchboard.insight.success.Figure;
import io.switchboard.insight.success.Metric;
import io.switchboard.insight.success.Success;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.Sparkline;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.OptionalDouble;

/** One figure: the number, which leads to what it counts, how it moved, its shape, what it means, and how old what it says is. */
final class Tile extends Article {

    private static final long serialVersionUID = 1L;

    Tile(TenantContext context, Success success, Metric metric, Clock clock) {
        addClassNames("card", "tile");
        getElement().setAttribute("data-metric", metric.id());
        var figure = success.figure(metric);
        int steps = (int) success.checklist().applicable();
        var head = new Div(new H2(metric.title()), definition(context, success, metric));
        head.addClassName("tile-head");
        add(head, number(context, success, figure, steps), trend(figure, steps));
        if (figure.series().stream().filter(point -> point.value().isPresent()).count() > 1) {
            add(new Sparkline(figure.series().stream().map(Figure.Point::value).toList(), sentence(figure, steps)));
        }
        add(age(success, clock));
    }

    private static Component number(TenantContext context, Success success, Figure figure, int steps) {
        var words = FigureWords.value(figure.metric().unit(), figure.value(), steps);
        var drills = success.drills(figure.metric());
        var page = drills.isEmpty() ? "setup" : drills.getFirst().page();
        var link = new Anchor("/" + context.path(page), words);
        link.addClassName("tile-number");
        link.getElement()
                .setAttribute("aria-label", figure.metric().title() + ": " + spoken(words) + ". See what it counts.");
        return link;
    }

    private static String spoken(String words) {
        return words.equals(FigureWords.NONE) ? "nothing to count yet" : words;
    }

    private static Component trend(Figure figure, int steps) {
        var trend = new Span();
        trend.addClassName("tile-trend");
        FigureWords.trend(figure, steps)
                .ifPresentOrElse(moved -> show(trend, moved), () -> trend.setText(none(figure)));
        return trend;
    }

    private static void show(Span trend, FigureWords.Trend moved) {
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

    private static Component definition(TenantContext context, Success success, Metric metric) {
        var words = new Div(new Paragraph(metric.definition()));
        success.drills(metric).forEach(drill -> words.add(new Anchor("/" + context.path(drill.page()), drill.title())));
        var details = new NativeDetails("?", words);
        details.addClassName("tile-definition");
        details.getSummary().getElement().setAttribute("aria-label", "What “" + metric.title() + "” means");
        return details;
    }

    private static Component age(Success success, Clock clock) {
        var age = new Div();
        age.addClassName("tile-age");
        success.newest()
                .ifPresentOrElse(
                        at -> age.add(new Span("newest receipt "), new RelativeTime(at, clock)),
                        () -> age.setText("no receipt yet"));
        return age;
    }
}
