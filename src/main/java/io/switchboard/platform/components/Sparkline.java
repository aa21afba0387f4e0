package io.switchboard.platform.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The shape of a few dozen numbers beside a figure, from zero up; where there is no number, the line has a gap. {@code sentence} says the same in words. No script, no axes: what is to be read exactly
 * is a {@link Chart}.
 */
public final class Sparkline extends Span {

    private static final long serialVersionUID = 1L;
    private static final double WIDTH = 100;
    private static final double HEIGHT = 24;
    private static final double MARGIN = 2;

    public Sparkline(List<OptionalDouble> numbers, String sentence) {
        addClassName("sparkline");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", sentence);
        setTitle(sentence);
        if (!numbers.isEmpty()) {
            add(new Svg(svg(numbers)));
        }
    }

    static String svg(List<OptionalDouble> numbers) {
        return "<svg viewBox=\"0 0 %.0f %.0f\" preserveAspectRatio=\"none\" focusable=\"false\" aria-hidden=\"true\"><path d=\"%s\"/></svg>"
                .formatted(WIDTH, HEIGHT, path(numbers));
    }

    /** A number without neighbours is a short stroke, else nobody saw it. */
    private static String path(List<OptionalDouble> numbers) {
        double top = Math.max(
                numbers.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0), 1e-9);
        double step = WIDTH / Math.max(1, numbers.size() - 1);
        var path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < numbers.size(); i++) {
            var number = numbers.get(i);
            if (number.isPresent()) {
                double y = HEIGHT - MARGIN - number.getAsDouble() / top * (HEIGHT - 2 * MARGIN);
                path.append(point(pen ? 'L' : 'M', i * step, y));
                path.append(pen ? "" : "h0.01");
            }
            pen = number.isPresent();
        }
        return path.toString();
    }

    private static String point(char command, double x, double y) {
        return String.format(Locale.ROOT, "%c%.2f %.2f", command, x, y);
    }
}
