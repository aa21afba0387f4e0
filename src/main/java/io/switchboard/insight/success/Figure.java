package io.switchboard.insight.success;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A metric's number for a period, in the metric's unit; none where nothing happened that could be counted. {@code before} is the same for the period before, and none for a tenant that was not there all that time. The series begins at the oldest point.
 */
public record Figure(Metric metric, OptionalDouble value, OptionalDouble before, List<Point> series) {

    public Figure {
        series = List.copyOf(series);
    }

    /** With nothing to compare it with. */
    Figure alone() {
        return new Figure(metric, value, OptionalDouble.empty(), series);
    }

    /** The number of the days or of the week that begin on that day. */
    public record Point(LocalDate from, OptionalDouble value) {}
}
