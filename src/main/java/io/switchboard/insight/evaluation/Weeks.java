package io.switchboard.insight.evaluation;

import io.switchboard.insight.trustreports.TrustReport;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.Week;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The whole weeks within an evaluation, and what became of their Trust Reports. */
@Component
class Weeks {

    private final TrustReportDesk reports;

    Weeks(TrustReportDesk reports) {
        this.reports = reports;
    }

    /** Three or four: the weeks of the calendar, in the tenant's zone, that begin and end within its days. */
    List<WeeklyReport> of(TenantId tenant, Evaluation evaluation, Instant now) {
        var made = reports.since(tenant, evaluation.beginsOn());
        return whole(evaluation, Week.of(evaluation.from(), reports.zone(tenant)))
                .map(week -> new WeeklyReport(
                        week.iso(),
                        week.isOver(now),
                        made.stream().anyMatch(report -> isOf(week, report)),
                        received(week, made)))
                .toList();
    }

    private static Stream<Week> whole(Evaluation evaluation, Week first) {
        return Stream.iterate(
                first.monday().isBefore(evaluation.beginsOn()) ? first.next() : first,
                week -> !week.next().monday().isAfter(evaluation.lastDay().plusDays(1)),
                Week::next);
    }

    private static Optional<ReceiptId> received(Week week, List<TrustReport> made) {
        return made.stream()
                .filter(report -> isOf(week, report))
                .flatMap(report -> report.received().stream())
                .findFirst();
    }

    private static boolean isOf(Week week, TrustReport report) {
        return report.week().monday().equals(week.monday());
    }
}
