package io.switchboard.insight.success.ui;

import io.switchboard.insight.success.Figure;
import io.switchboard.insight.success.Metric;
import io.switchboard.insight.success.Success;
import io.switchboard.platform.components.ChartData;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** What the charts of the dashboard show. */
final class SuccessCharts {

    private static final String ACCENT = "--brand-accent";

    static final ChartData NOTHING = new ChartData(ChartData.Kind.DAYS, "Day", List.of(), List.of());

    private SuccessCharts() {}

    static ChartData people(Success success) {
        var series = success.figure(Metric.ACTIVE_PEOPLE).series();
        return ChartData.days(
                "Week from",
                series.stream().map(Figure.Point::from).toList(),
                List.of(new ChartData.Series(
                        "People",
                        ACCENT,
                        series.stream().map(Figure.Point::value).toList())));
    }

    static ChartData approvals(Success success) {
        return ChartData.days(
                "Day",
                success.approvals().stream().map(Success.ApprovalDay::day).toList(),
                List.of(
                        approvals(success, "Approved", "--state-success-text", Success.ApprovalDay::approved),
                        approvals(success, "Denied", "--state-danger-text", Success.ApprovalDay::denied),
                        approvals(success, "Expired", "--state-warning-text", Success.ApprovalDay::expired)));
    }

    private static ChartData.Series approvals(
            Success success, String name, String colour, ToLongFunction<Success.ApprovalDay> number) {
        return new ChartData.Series(
                name,
                colour,
                success.approvals().stream()
                        .map(day -> OptionalDouble.of((double) number.applyAsLong(day)))
                        .toList());
    }

    static ChartData rejects(Success success) {
        return new ChartData(
                ChartData.Kind.BARS,
                "Reason",
                success.rejects().keySet().stream().map(RejectWords::of).toList(),
                List.of(new ChartData.Series(
                        "Rows",
                        ACCENT,
                        success.rejects().values().stream()
                                .map(rows -> OptionalDouble.of((double) rows))
                                .toList())));
    }
}
