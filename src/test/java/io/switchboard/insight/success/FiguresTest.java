package io.switchboard.insight.success;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Told told = new Told();

    private Figure figure(Metric metric, Period period) {
        return told.figures(period).all().stream()
                .filter(figure -> figure.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private OptionalDouble value(Metric metric) {
        return figure(metric, Period.MONTH).value();
    }

    @Test
    void countsPeopleWhoWereAllowedSomethingInTheLastSevenTimesTwentyFourHours() {
        var week = Duration.ofDays(7);
        told.by("ada", "imports.plan", HOUR)
                .by("ada", "imports.commit", HOUR)
                .by("otto", "runs.start", week)
                .by("nina", "approvals.decide", week.plusNanos(1_000))
                .add(Told.user("eve"), "imports.plan", Outcome.DENIED, HOUR, Optional.empty(), Map.of())
                .add(Actor.service("robot"), "imports.plan", Outcome.ALLOWED, HOUR, Optional.empty(), Map.of());
        assertThat(value(Metric.ACTIVE_PEOPLE)).hasValue(2);
        assertThat(figure(Metric.ACTIVE_PEOPLE, Period.WEEK).before()).hasValue(1);
    }

    @Test
    void tellsTheWeeksApartToTheMicrosecondOnTheDayThatTheyShare() {
        var week = Duration.ofDays(7);
        told.by("ada", "imports.plan", week.minusHours(1)).by("otto", "imports.plan", week.plusHours(1));
        assertThat(figure(Metric.ACTIVE_PEOPLE, Period.WEEK).series())
                .hasSize(8)
                .endsWith(
                        new Figure.Point(LocalDate.parse("2026-11-07"), OptionalDouble.of(1)),
                        new Figure.Point(LocalDate.parse("2026-11-14"), OptionalDouble.of(1)));
    }

    @Test
    void countsWhatAClockThatIsFastDatedIntoTheNextMinutes() {
        told.by("ada", "imports.plan", Duration.ofMinutes(-3));
        assertThat(value(Metric.ACTIVE_PEOPLE)).hasValue(1);
    }

    @Test
    void measuresApprovalsByTheDecisionThatEndedTheTicket() {
        told.decided("approved", Duration.ofMinutes(10), HOUR)
                .decided("denied", Duration.ofMinutes(20), DAY)
                .decided("approved", Duration.ofMinutes(600), DAY)
                .decided("open", Duration.ofMinutes(5), DAY)
                .decided("approved", Duration.ofMinutes(40), Duration.ofDays(31))
                .expired("unanswered", DAY)
                .expired("unused", DAY);
        assertThat(value(Metric.DECIDED)).hasValue(3 / 30.0);
        assertThat(value(Metric.WAIT_MEDIAN)).hasValue(1_200);
        assertThat(value(Metric.WAIT_P95)).hasValue(36_000);
        assertThat(value(Metric.UNANSWERED)).hasValue(25);
        assertThat(figure(Metric.WAIT_MEDIAN, Period.MONTH).before()).hasValue(2_400);
    }

    @Test
    void saysThatThereIsNothingToCountAndNotThatItIsZero() {
        assertThat(value(Metric.WAIT_P95)).isEmpty();
        assertThat(value(Metric.UNANSWERED)).isEmpty();
        assertThat(value(Metric.RUNS)).isEmpty();
        assertThat(value(Metric.INCIDENTS)).isEmpty();
        assertThat(value(Metric.COMMITS)).isEmpty();
        assertThat(value(Metric.DECIDED)).hasValue(0);
    }

    @Test
    void neverMeasuresAWaitBelowZeroWhereClocksDiffer() {
        told.decided("approved", Duration.ofSeconds(-4), HOUR);
        assertThat(value(Metric.WAIT_MEDIAN)).hasValue(0);
    }

    @Test
    void dividesRunsByWhoeverWasAtWorkInEachWeek() {
        told.by("otto", "runs.start", HOUR)
                .by("otto", "runs.start", HOUR)
                .by("mia", "incidents.update", DAY)
                .by("otto", "runs.start", Duration.ofDays(8))
                .by("ada", "imports.plan", HOUR)
                .add(Actor.service("robot"), "runs.start", Outcome.ALLOWED, HOUR, Optional.empty(), Map.of());
        assertThat(value(Metric.RUNS)).hasValue(1);
        assertThat(figure(Metric.RUNS, Period.WEEK).value()).hasValue(1);
        assertThat(figure(Metric.RUNS, Period.WEEK).before()).hasValue(1);
        assertThat(figure(Metric.RUNS, Period.MONTH).series())
                .extracting(Figure.Point::from)
                .containsExactly(
                        LocalDate.parse("2026-10-23"),
                        LocalDate.parse("2026-10-25"),
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-11-08"),
                        LocalDate.parse("2026-11-15"));
    }

    @Test
    void countsAnIncidentOnceHoweverOftenItWasMoved() {
        told.moved("a", false, HOUR)
                .moved("a", true, DAY)
                .moved("a", false, Duration.ofDays(2))
                .moved("b", false, DAY)
                .moved("c", true, Duration.ofDays(40));
        assertThat(value(Metric.INCIDENTS)).hasValue(50);
        assertThat(figure(Metric.INCIDENTS, Period.MONTH).before()).hasValue(100);
    }

    @Test
    void judgesDryRunsAndCommitsThatTookPlace() {
        told.planned(HOUR, Map.of("reject", 0L))
                .planned(HOUR, Map.of("reject", 3L, "reject.E-103", 2L, "reject.E-105", 1L))
                .planned(DAY, Map.of("reject", 1L, "reject.E-103", 1L))
                .planned(DAY, Map.of("reject", 0L, "reverts", "imp_aaaaaaaaaaaaaaaa"))
                .failed("imports.plan", "not-a-table", DAY)
                .failed("imports.plan", "wrong-status", DAY)
                .by("ada", "imports.commit", HOUR)
                .failed("imports.commit", "stale-plan", HOUR)
                .failed("imports.commit", "already-committed", HOUR);
        assertThat(value(Metric.DRY_RUNS)).hasValue(25);
        assertThat(value(Metric.COMMITS)).hasValue(50);
        assertThat(value(Metric.REJECTS)).hasValue(4);
        assertThat(told.figures(Period.MONTH).inPeriod().labels(Page.Count.REJECT))
                .containsExactly(Map.entry("E-103", 3L), Map.entry("E-105", 1L));
    }

    @Test
    void followsTheStepsOfTheSetup() {
        var activation = new Activation(
                Instant.EPOCH,
                List.of(Told.NOW.minus(Duration.ofDays(40)), Told.NOW.minus(DAY)),
                OptionalDouble.of(4_320));
        var figures = told.figures(Period.WEEK, activation).all();
        assertThat(figures.getFirst().value()).hasValue(2);
        assertThat(figures.getFirst().before()).hasValue(1);
        assertThat(figures.getFirst().series())
                .extracting(point -> point.value().orElseThrow())
                .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0);
        assertThat(figures.get(1).value()).hasValue(4_320);
    }

    @Test
    void comesToTheSameInAnyOrderAndInParts() {
        var random = new Random(2026);
        aPast(random);
        var expected = told.figures(Period.QUARTER).all();
        for (int i = 0; i < 50; i++) {
            var shuffled = new ArrayList<>(told.receipts);
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(shuffled.size());
            var book = Book.of(shuffled.subList(0, cut));
            book.enter(shuffled.subList(cut, shuffled.size()));
            assertThat(new Figures(
                                    book,
                                    new Activation(Instant.EPOCH, List.of(), OptionalDouble.empty()),
                                    Period.QUARTER,
                                    Told.NOW)
                            .all())
                    .isEqualTo(expected);
        }
    }

    private void aPast(Random random) {
        for (int i = 0; i < 400; i++) {
            var ago = Duration.ofMinutes(random.nextInt(200 * 24 * 60));
            switch (random.nextInt(6)) {
                case 0 -> told.decided(random.nextBoolean() ? "approved" : "denied", ago.dividedBy(100), ago);
                case 1 -> told.expired(random.nextBoolean() ? "unanswered" : "unused", ago);
                case 2 -> told.moved("inc" + random.nextInt(30), random.nextBoolean(), ago);
                case 3 -> told.planned(ago, Map.of("reject", (long) random.nextInt(2), "reject.E-103", 1L));
                case 4 -> told.failed("imports.commit", "stale-plan", ago);
                default -> told.by("person" + random.nextInt(9), "runs.start", ago);
            }
        }
    }

    @Test
    void looksNoFurtherBackThanItSays() {
        var random = new Random(7);
        aPast(random);
        for (var period : Period.values()) {
            var earliest = Figures.earliest(period, Told.NOW);
            var recent = told.receipts.stream()
                    .filter(receipt -> !day(receipt.head().occurredAt()).isBefore(earliest))
                    .toList();
            var figures = new Figures(
                    Book.of(recent),
                    new Activation(Instant.EPOCH, List.of(), OptionalDouble.empty()),
                    period,
                    Told.NOW);
            assertThat(figures.all()).isEqualTo(told.figures(period).all());
        }
    }

    private static LocalDate day(Instant at) {
        return Book.day(at);
    }

    @Test
    void comparesWithNothingWhereTheTenantWasNotThereAllThePeriodBefore() {
        told.by("ada", "imports.plan", HOUR);
        var since = Told.NOW.minus(Duration.ofDays(13));
        for (var created : List.of(since, since.minus(DAY))) {
            var activation = new Activation(created, List.of(), OptionalDouble.empty());
            var figure = told.figures(Period.WEEK, activation).figure(Metric.ACTIVE_PEOPLE);
            assertThat(figure.value()).hasValue(1);
            assertThat(figure.before()).hasValue(0);
        }
        var younger = new Activation(since.plus(DAY), List.of(), OptionalDouble.empty());
        assertThat(told.figures(Period.WEEK, younger).all())
                .allSatisfy(figure -> assertThat(figure.before()).isEmpty());
    }

    @Test
    void doesNotCountPeopleOfThePlatformWhoLookedIn() {
        told.add(
                Told.user("pam"),
                "success.read-tenant",
                Outcome.ALLOWED,
                HOUR,
                Optional.empty(),
                Map.of("platformReceipt", "rcp_x"));
        assertThat(value(Metric.ACTIVE_PEOPLE)).hasValue(0);
    }
}
