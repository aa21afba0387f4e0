package io.switchboard.insight.trustreports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T23:59:59Z, UTC, 2026-11-16, 2026-W47, 168",
        "2026-11-23T00:00:00Z, UTC, 2026-11-23, 2026-W48, 168",
        "2026-11-23T02:00:00Z, America/Denver, 2026-11-16, 2026-W47, 168",
        "2026-11-22T11:00:00Z, Pacific/Auckland, 2026-11-23, 2026-W48, 168",
        "2026-03-08T12:00:00Z, America/Denver, 2026-03-02, 2026-W10, 167",
        "2026-11-01T12:00:00Z, America/Denver, 2026-10-26, 2026-W44, 169",
        "2027-01-01T12:00:00Z, UTC, 2026-12-28, 2026-W53, 168"
    })
    void aMomentIsInTheWeekOfItsZoneWhichIsAnHourShorterOrLongerWhereClocksAreChanged(
            Instant at, String zone, LocalDate monday, String iso, long hours) {
        var week = Week.of(at, ZoneId.of(zone));
        assertThat(week.monday()).isEqualTo(monday);
        assertThat(week.iso()).isEqualTo(iso);
        assertThat(Duration.between(week.from(), week.until()).toHours()).isEqualTo(hours);
        assertThat(week.from()).isBeforeOrEqualTo(at);
        assertThat(week.until()).isAfter(at);
    }

    @Test
    void weeksFollowEachOtherWithoutAGapAndAreOverWithTheirLastMoment() {
        var week = new Week(LocalDate.parse("2026-11-16"), ZoneId.of("Europe/Berlin"));
        assertThat(week.next().from()).isEqualTo(week.until());
        assertThat(week.previous().until()).isEqualTo(week.from());
        assertThat(week.isOver(week.until())).isTrue();
        assertThat(week.isOver(week.until().minusNanos(1_000))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-17", "2026-W47", "16.11.2026", "2026-11-16T00:00", "''"})
    void aReportIsNotNamedByAnythingButAMonday(String text) {
        assertThat(ReportId.parse(text + "-1")).isEmpty();
    }

    @Test
    void aReportIsNamedByItsWeekAndItsRevision() {
        assertThat(ReportId.parse("2026-11-16-2"))
                .contains(new ReportId(LocalDate.parse("2026-11-16"), 2))
                .map(ReportId::toString)
                .contains("2026-11-16-2");
        assertThat(ReportId.parse("2026-11-16-0")).isEmpty();
        assertThat(ReportId.parse("2026-13-16-1")).isEmpty();
    }
}
