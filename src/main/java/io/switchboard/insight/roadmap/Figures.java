package io.switchboard.insight.roadmap;

import io.switchboard.insight.success.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures that an item's target can be about: those of the success dashboard, and the numbers of the finding it comes from. */
public record Figures(List<Figure> all) {

    private static final String FOUND = "finding.";

    /** {@code moreIsBetter} is empty where that depends on what is wanted; {@code found} is what the finding says it is. */
    public record Figure(String id, String title, Optional<Boolean> moreIsBetter, Optional<Long> found) {}

    public Figures {
        all = List.copyOf(all);
    }

    public static Figures of(Optional<Evidence> evidence) {
        var all = new ArrayList<Figure>();
        evidence.ifPresent(it -> it.finding().numbers().forEach((name, number) -> all.add(found(name, number))));
        Arrays.stream(Metric.values())
                .map(metric ->
                        new Figure(metric.id(), metric.title(), Optional.of(metric.isMoreBetter()), Optional.empty()))
                .forEach(all::add);
        return new Figures(all);
    }

    private static Figure found(String name, long number) {
        var better = switch (name) {
            case "allowed" -> Optional.of(true);
            case "number", "calls", "tenants" -> Optional.<Boolean>empty();
            default -> Optional.of(false);
        };
        return new Figure(FOUND + name, "The finding's " + words(name), better, Optional.of(number));
    }

    /** {@code meanMicros} as people say it. */
    static String words(String name) {
        return switch (name) {
            case "meanMicros" -> "mean (µs)";
            case "slowestMicros" -> "slowest (µs)";
            case "totalMicros" -> "total (µs)";
            case "rowsExamined" -> "rows examined";
            default -> name;
        };
    }

    /** As a person says it; the id where the figure is measured no more. */
    public String title(MetricTarget target) {
        return find(target.figure()).map(Figure::title).orElse(target.figure());
    }

    Optional<Figure> find(String id) {
        return all.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }
}
