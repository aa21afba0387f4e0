package io.switchboard.insight.success;

import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A tenant among the others: its checklist, and the figures that {@link #SHOWN} names. */
public record Pilot(Tenant tenant, Checklist checklist, List<Figure> figures) {

    /** What tenants are compared by. */
    public static final List<Metric> SHOWN = List.of(
            Metric.ACTIVATION,
            Metric.FIRST_VALUE,
            Metric.ACTIVE_PEOPLE,
            Metric.WAIT_P95,
            Metric.INCIDENTS,
            Metric.DRY_RUNS,
            Metric.COMMITS);

    /** After so long without a further step, a tenant counts as dropped off. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    public Pilot {
        figures = List.copyOf(figures);
    }

    public Figure figure(Metric metric) {
        return figures.stream()
                .filter(figure -> figure.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    /** The step that was done last; none where none is done. */
    Optional<Checklist.Item> lastProgress() {
        return checklist.items().stream()
                .filter(item -> item.completion().isPresent())
                .max(Comparator.comparing(
                        item -> item.completion().orElseThrow().at()));
    }

    /** Whoever has done every step that applies has arrived. The time runs from the creation where nothing is done. */
    boolean hasDroppedOff(Instant now) {
        var last =
                lastProgress().map(item -> item.completion().orElseThrow().at()).orElse(tenant.createdAt());
        return checklist.done() < checklist.applicable() && last.plus(PATIENCE).isBefore(now);
    }
}
