package io.switchboard.platform.components;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a {@link Chart} shows: a number for each category and series. {@code first} is what the categories are called, such as "Day". In a chart of days, categories are ISO dates.
 */
public record ChartData(Kind kind, String first, List<String> categories, List<Series> series) {

    public ChartData {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        int wanted = categories.size();
        if (series.stream().anyMatch(one -> one.numbers().size() != wanted)) {
            throw new IllegalArgumentException("each series has a number for each of the " + wanted + " categories");
        }
    }

    /** Days along the bottom with columns, or categories down the side with bars. Several series are stacked. */
    public enum Kind {
        DAYS,
        BARS
    }

    /** {@code colour} is a custom property of the themes. */
    public record Series(String name, String colour, List<OptionalDouble> numbers) {

        public Series {
            numbers = List.copyOf(numbers);
        }
    }

    /** Whether there is anything to draw. */
    public boolean isBlank() {
        return series.stream()
                .flatMap(one -> one.numbers().stream())
                .allMatch(number -> number.isEmpty() || number.getAsDouble() == 0);
    }

    /** A row of the table that says the same. */
    record Row(String category, List<OptionalDouble> numbers) {}

    List<Row> rows() {
        return IntStream.range(0, categories.size())
                .mapToObj(i -> new Row(
                        categories.get(i),
                        series.stream().map(one -> one.numbers().get(i)).toList()))
                .toList();
    }

    public static ChartData days(String first, List<LocalDate> days, List<Series> series) {
        return new ChartData(
                Kind.DAYS, first, days.stream().map(LocalDate::toString).toList(), series);
    }
}
