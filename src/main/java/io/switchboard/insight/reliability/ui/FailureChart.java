package io.switchboard.insight.reliability.ui;

import io.switchboard.insight.reliability.Indicator;
import io.switchboard.insight.reliability.Reliability;
import io.switchboard.insight.reliability.ServiceLevel;
import io.switchboard.platform.components.ChartData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What failed, day by day: a share near 100 % looks the same every day, its failures do not. */
final class FailureChart {

    private FailureChart() {}

    static ChartData of(Reliability reliability) {
        var days = reliability.levels().stream()
                .map(level -> level.days().stream().map(ServiceLevel.Day::day).toList())
                .max(java.util.Comparator.comparingInt(List::size))
                .orElse(List.of());
        return ChartData.days(
                "Day",
                days,
                reliability.levels().stream().map(level -> series(level, days)).toList());
    }

    private static ChartData.Series series(ServiceLevel level, List<LocalDate> days) {
        Map<LocalDate, Long> bad = level.days().stream()
                .collect(Collectors.toMap(
                        ServiceLevel.Day::day, day -> day.tally().bad()));
        return new ChartData.Series(
                name(level.indicator()),
                colour(level.indicator()),
                days.stream()
                        .map(day -> bad.containsKey(day)
                                ? OptionalDouble.of((double) bad.get(day))
                                : OptionalDouble.empty())
                        .toList());
    }

    private static String name(Indicator indicator) {
        return switch (indicator) {
            case AVAILABILITY -> "Failed requests";
            case LATENCY -> "Slow requests";
            case RECEIPT_INTEGRATION -> "Late receipts";
        };
    }

    private static String colour(Indicator indicator) {
        return switch (indicator) {
            case AVAILABILITY -> "--state-danger-text";
            case LATENCY -> "--state-warning-text";
            case RECEIPT_INTEGRATION -> "--brand-accent";
        };
    }
}
