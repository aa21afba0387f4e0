package io.switchboard.insight.roadmap;

import io.switchboard.insight.success.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures that an item's target can be about: those of the success dashboard, and the numbers of the finding it comes from. */
public record Figures(List<Figure> all) {

    private static final String FOUND = "finding.";

    /** {@code moreIsBetter} is empty where that depends on what is wanted. */
    public record Figure(String id, String title, Optional<Boolean> moreIsBetter) {}

    public Figures {
        all = List.copyOf(all);
    }

    public static Figures of(Optional<Evidence> evidence) {
        var all = new ArrayList<Figure>();
        evidence.ifPresent(it -> it.finding().numbers().keySet().forEach(name -> all.add(found(name))));
        Arrays.stream(Metric.values())
                .map(metric -> new Figure(metric.id(), metric.title(), Optional.of(metric.isMoreBetter())))
                .forEach(all::add);
        return new Figures(all);
    }

    private static Figure found(String name) {
        var better = switch (name) {
            case "allowed" -> Optional.of(true);
            case "number", "calls", "tenants" -> Optional.<Boolean>empty();
            default -> Optional.of(false);
        };
        return new Figure(FOUND + name, "The finding's " + words(name), better);
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

    Optional<Figure> find(String id) {
        return all.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }
}
