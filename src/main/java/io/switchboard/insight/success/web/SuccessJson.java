package io.switchboard.insight.success.web;

import io.switchboard.insight.success.Drill;
import io.switchboard.insight.success.Figure;
import io.switchboard.insight.success.Success;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.Completion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Figures as the API gives them. Durations are seconds, shares are 0 to 100; what could not be counted is null. Days are ISO dates in UTC. {@code receipts} are pages of the portal.
 */
record SuccessJson(
        String tenant,
        int period,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        Optional<Instant> newestReceipt,
        List<FigureJson> figures,
        List<StepJson> steps,
        Map<String, Long> rejectedRowsByReason) {

    static SuccessJson of(Success success) {
        return new SuccessJson(
                success.tenant().slug().value(),
                success.period().days(),
                success.from(),
                success.from().plusDays(success.period().days() - 1L),
                success.asOf(),
                success.newest(),
                success.figures().stream()
                        .map(figure -> FigureJson.of(success, figure))
                        .toList(),
                success.checklist().items().stream().map(StepJson::of).toList(),
                success.rejects());
    }

    record FigureJson(
            String id,
            String title,
            String definition,
            String unit,
            @Nullable Double value,
            @Nullable Double before,
            List<PointJson> series,
            List<String> receipts) {

        static FigureJson of(Success success, Figure figure) {
            var metric = figure.metric();
            return new FigureJson(
                    metric.id(),
                    metric.title(),
                    metric.definition(),
                    metric.unit().wire(),
                    number(figure.value()),
                    number(figure.before()),
                    figure.series().stream().map(PointJson::of).toList(),
                    success.drills(metric).stream()
                            .map(Drill::page)
                            .map(page -> "/" + success.tenant().slug() + "/" + page)
                            .toList());
        }
    }

    record PointJson(LocalDate from, @Nullable Double value) {

        static PointJson of(Figure.Point point) {
            return new PointJson(point.from(), number(point.value()));
        }
    }

    record StepJson(String step, String state, Optional<Instant> doneAt, Optional<String> receipt) {

        static StepJson of(Checklist.Item item) {
            return new StepJson(
                    wire(item.step()),
                    wire(item.state()),
                    item.completion().map(Completion::at),
                    item.completion().map(done -> done.proof().receipt().id().value()));
        }

        private static String wire(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
