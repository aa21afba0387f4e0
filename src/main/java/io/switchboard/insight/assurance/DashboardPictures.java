package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptTotals;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.SuccessDesk;
import io.switchboard.platform.documents.BarChart;
import io.switchboard.platform.documents.BarChart.Bar;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Draws the last seven days (UTC), today as far as it has come, from the figures that the dashboards show. */
@Component
class DashboardPictures {

    private static final int DAYS = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
    private static final String BAD = "#B42318";
    private static final String MUTED = "#8A5A00";

    private final ReceiptTotals totals;
    private final SuccessDesk success;

    DashboardPictures(ReceiptTotals totals, SuccessDesk success) {
        this.totals = totals;
        this.success = success;
    }

    List<DashboardPicture> of(Tenant tenant, Instant now) {
        return List.of(governedActions(tenant, now), approvals(tenant));
    }

    private DashboardPicture governedActions(Tenant tenant, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var bars = IntStream.range(0, DAYS)
                .mapToObj(day -> today.minusDays(DAYS - 1L - day))
                .map(day -> new Bar(DAY.format(day), counts(tenant, day, now)))
                .toList();
        return picture(
                tenant,
                "governed-actions.png",
                "Governed actions by day",
                List.of("allowed", "denied", "failed"),
                bars);
    }

    private List<Long> counts(Tenant tenant, LocalDate day, Instant now) {
        var until = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var of = totals.of(tenant.id(), day.atStartOfDay(ZoneOffset.UTC).toInstant(), until.isAfter(now) ? now : until);
        return List.of(Outcome.ALLOWED, Outcome.DENIED, Outcome.FAILED).stream()
                .map(outcome -> of.stream()
                        .filter(total -> total.outcome() == outcome)
                        .mapToLong(ReceiptTotals.Total::receipts)
                        .sum())
                .toList();
    }

    private DashboardPicture approvals(Tenant tenant) {
        var bars = success.asItIs(tenant, Period.WEEK).approvals().stream()
                .map(day -> new Bar(DAY.format(day.day()), List.of(day.approved(), day.denied(), day.expired())))
                .toList();
        return picture(
                tenant, "approvals.png", "Approvals decided by day", List.of("approved", "denied", "expired"), bars);
    }

    private static DashboardPicture picture(
            Tenant tenant, String name, String title, List<String> parts, List<Bar> bars) {
        var chart = BarChart.of(bars, List.of(tenant.settings().accent(), BAD, MUTED));
        return new DashboardPicture(
                name,
                title,
                "From the ground up: " + parts.get(0) + " in the brand's colour, " + parts.get(1) + " red, "
                        + parts.get(2)
                        + " brown. The number above a bar is their sum. Days are of UTC, the last one as far as it has come.",
                bars.stream().map(bar -> words(bar, parts)).collect(Collectors.joining("; ")),
                chart.png());
    }

    private static String words(Bar bar, List<String> parts) {
        return bar.name() + ": "
                + IntStream.range(0, parts.size())
                        .mapToObj(part -> Words.number(bar.numbers().get(part)) + " " + parts.get(part))
                        .collect(Collectors.joining(", "));
    }
}
