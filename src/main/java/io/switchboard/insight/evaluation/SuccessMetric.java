package io.switchboard.insight.evaluation;

import io.switchboard.insight.success.Figure;
import io.switchboard.insight.success.FigureWords;
import io.switchboard.insight.success.Success;

/** A figure of the success dashboard over the last 30 days, in words; the same metric, by the same definition. {@code before} is that of the 30 days before. */
public record SuccessMetric(String id, String title, String definition, String value, String before) {

    static SuccessMetric of(Success success, Figure figure) {
        int steps = (int) success.checklist().applicable();
        var metric = figure.metric();
        return new SuccessMetric(
                metric.id(),
                metric.title(),
                metric.definition(),
                FigureWords.value(metric.unit(), figure.value(), steps),
                FigureWords.value(metric.unit(), figure.before(), steps));
    }
}
