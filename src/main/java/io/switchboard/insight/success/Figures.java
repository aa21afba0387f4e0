package io.switchboard.insight.success;

import io.switchboard.insight.success.Page.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every figure of a period, computed from a book and the checklist and from nothing else. */
record Figures(Book book, Activation activation, Period period, Instant now) {

    private static final int FEWEST_WEEKS = 8;

    List<Figure> all() {
        return Arrays.stream(Metric.values()).map(this::figure).toList();
    }

    Figure figure(Metric metric) {
        var figure = counted(metric);
        return isComparable() ? figure : figure.alone();
    }

    /** Better or worse than a time in which there was no tenant, or not all the time, says nothing. */
    private boolean isComparable() {
        return !Book.day(activation.created()).isAfter(period.firstBefore(now));
    }

    private Figure counted(Metric metric) {
        return switch (metric) {
            case ACTIVATION -> steps();
            case FIRST_VALUE -> new Figure(metric, activation.secondsToFirstValue(), OptionalDouble.empty(), List.of());
            case ACTIVE_PEOPLE -> people();
            case DECIDED -> daily(metric, Days::decidedPerDay);
            case WAIT_MEDIAN -> daily(metric, days -> days.wait(50));
            case WAIT_P95 -> daily(metric, days -> days.wait(95));
            case UNANSWERED -> daily(metric, Days::unanswered);
            case RUNS -> weekly(metric, Days::runsPerOperatorWeek);
            case INCIDENTS -> weekly(metric, Days::incidentsWithRun);
            case DRY_RUNS -> daily(metric, days -> days.share(Count.DRY_RUN, Entry.PASSED));
            case COMMITS -> daily(metric, days -> days.share(Count.COMMIT, Entry.DONE));
            case REJECTS -> daily(metric, days -> OptionalDouble.of((double) days.sum(Count.REJECT)));
        };
    }

    private Figure steps() {
        var series = period.days(now)
                .map(day -> new Figure.Point(day, OptionalDouble.of((double) activation.doneBy(day))))
                .toList();
        return new Figure(
                Metric.ACTIVATION,
                OptionalDouble.of(activation.done().size()),
                OptionalDouble.of((double) activation.doneBy(period.first(now).minusDays(1))),
                series);
    }

    private Figure people() {
        var presences = new Presences(book);
        var before = now.minus(Duration.ofDays(period.days()));
        return new Figure(
                Metric.ACTIVE_PEOPLE,
                OptionalDouble.of(presences.inTheWeekTo(now).size()),
                OptionalDouble.of(
                        presences.between(before.minus(Presences.WEEK), before).size()),
                weeksOfPeople(presences));
    }

    /** The week that ends now comes last, and is the figure. */
    private List<Figure.Point> weeksOfPeople(Presences presences) {
        int weeks = Math.max(FEWEST_WEEKS, Math.ceilDiv(period.days(), 7));
        return IntStream.iterate(weeks - 1, week -> week >= 0, week -> week - 1)
                .mapToObj(week -> {
                    var end = now.minus(Presences.WEEK.multipliedBy(week));
                    var people =
                            week == 0 ? presences.inTheWeekTo(now) : presences.between(end.minus(Presences.WEEK), end);
                    return new Figure.Point(Book.day(end.minus(Presences.WEEK)), OptionalDouble.of(people.size()));
                })
                .toList();
    }

    private Figure daily(Metric metric, Function<Days, OptionalDouble> number) {
        return figure(metric, number, inPeriod().each());
    }

    private Figure weekly(Metric metric, Function<Days, OptionalDouble> number) {
        return figure(metric, number, inPeriod().weeks().toList().reversed().stream());
    }

    private Figure figure(Metric metric, Function<Days, OptionalDouble> number, Stream<Days> parts) {
        var series = parts.map(part -> new Figure.Point(part.first(), number.apply(part)))
                .toList();
        return new Figure(metric, number.apply(inPeriod()), number.apply(before()), series);
    }

    Days inPeriod() {
        return book.days(period.first(now), Book.day(now));
    }

    Days before() {
        LocalDate first = period.first(now);
        return book.days(period.firstBefore(now), first.minusDays(1));
    }

    /** The first day that any figure looks at. */
    static LocalDate earliest(Period period, Instant now) {
        int days = Math.max(2 * period.days(), FEWEST_WEEKS * 7) + 7;
        return Book.day(now).minusDays(days);
    }
}
