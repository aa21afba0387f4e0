package io.switchboard.insight.reliability.web;

import io.switchboard.insight.reliability.Baseline;
import io.switchboard.insight.reliability.Burn;
import io.switchboard.insight.reliability.BurnAlert;
import io.switchboard.insight.reliability.Comparison;
import io.switchboard.insight.reliability.Objective;
import io.switchboard.insight.reliability.Reliability;
import io.switchboard.insight.reliability.ServiceLevel;
import io.switchboard.insight.reliability.TypeTimes;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.incidents.ResponseTimes.Median;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Service levels as the API gives them. Targets are percentages, shares 0 to 1, durations seconds; what could not be counted is null. Days are ISO dates in UTC. */
record ReliabilityJson(
        String tenant,
        Instant asOf,
        Optional<Instant> recordedSince,
        List<LevelJson> objectives,
        List<AlertJson> firing,
        List<AlertJson> alerts,
        IncidentsJson incidents,
        Optional<BaselineJson> baseline) {

    static ReliabilityJson of(Reliability reliability) {
        return new ReliabilityJson(
                reliability.tenant().slug().value(),
                reliability.asOf(),
                reliability.since(),
                reliability.levels().stream().map(LevelJson::of).toList(),
                reliability.firing().stream().map(AlertJson::of).toList(),
                reliability.alerts().stream().map(AlertJson::of).toList(),
                new IncidentsJson(
                        reliability.incidentDays(),
                        reliability.incidents().stream().map(ComparisonJson::of).toList()),
                reliability.baseline().map(BaselineJson::of));
    }

    record ObjectiveJson(String indicator, BigDecimal target, int days, int version) {

        static ObjectiveJson of(Objective objective) {
            return new ObjectiveJson(
                    objective.indicator().id(), objective.target().percent(), objective.days(), objective.version());
        }
    }

    record LevelJson(
            String indicator,
            String title,
            String definition,
            ObjectiveJson objective,
            long good,
            long total,
            @Nullable Double attained,
            @Nullable Double budgetLeft,
            List<BurnJson> burnRates,
            List<DayJson> days) {

        static LevelJson of(ServiceLevel level) {
            var tally = level.tally();
            return new LevelJson(
                    level.indicator().id(),
                    level.indicator().title(),
                    level.indicator().definition(),
                    ObjectiveJson.of(level.objective()),
                    tally.good(),
                    tally.total(),
                    tally.isEmpty() ? null : (double) tally.good() / tally.total(),
                    number(level.budget().left()),
                    level.burns().stream().map(BurnJson::of).toList(),
                    level.days().stream()
                            .map(day -> new DayJson(
                                    day.day(), day.tally().good(), day.tally().total()))
                            .toList());
        }
    }

    record DayJson(LocalDate day, long good, long total) {}

    record BurnJson(
            String rule,
            String severity,
            double factor,
            long longWindow,
            @Nullable Double longBurnRate,
            long shortWindow,
            @Nullable Double shortBurnRate,
            String verdict) {

        static BurnJson of(Burn burn) {
            return new BurnJson(
                    burn.rule().id(),
                    wire(burn.rule().severity()),
                    burn.rule().factor(),
                    burn.rule().longWindow().toSeconds(),
                    number(burn.over()),
                    burn.rule().shortWindow().toSeconds(),
                    number(burn.lately()),
                    wire(burn.verdict()));
        }
    }

    record AlertJson(
            String indicator,
            String rule,
            String severity,
            BigDecimal target,
            double longBurnRate,
            double shortBurnRate,
            Instant firedAt,
            Optional<String> firedReceipt,
            Optional<Instant> resolvedAt,
            Optional<String> resolvedReceipt) {

        static AlertJson of(BurnAlert alert) {
            return new AlertJson(
                    alert.indicator().id(),
                    alert.rule().id(),
                    wire(alert.rule().severity()),
                    alert.target().percent(),
                    alert.over(),
                    alert.lately(),
                    alert.firedAt(),
                    alert.fired().map(ReceiptId::value),
                    alert.resolvedAt(),
                    alert.resolved().map(ReceiptId::value));
        }
    }

    /** By type; the first, without a type, is all of them. */
    record IncidentsJson(int days, List<ComparisonJson> types) {}

    /** {@code change}: of the median time to mitigate, -0.4 for 40 % less than the baseline. */
    record ComparisonJson(
            TimesJson now,
            Optional<TimesJson> baseline,
            @Nullable Double change,
            Optional<Boolean> goalReached) {

        static ComparisonJson of(Comparison comparison) {
            return new ComparisonJson(
                    TimesJson.of(comparison.now()),
                    comparison.baseline().map(TimesJson::of),
                    number(comparison.change()),
                    comparison.reachesGoal());
        }
    }

    record TimesJson(
            Optional<String> type,
            int incidents,
            int acknowledged,
            @Nullable Long mtta,
            int mitigated,
            @Nullable Long mttm) {

        static TimesJson of(TypeTimes times) {
            return new TimesJson(
                    Optional.of(times.type()).filter(type -> !type.equals(TypeTimes.ALL)),
                    times.incidents(),
                    times.mtta().of(),
                    seconds(times.mtta()),
                    times.mttm().of(),
                    seconds(times.mttm()));
        }
    }

    record BaselineJson(
            int number,
            LocalDate from,
            LocalDate to,
            Instant recordedAt,
            List<TimesJson> types,
            Optional<String> receipt) {

        static BaselineJson of(Baseline baseline) {
            return new BaselineJson(
                    baseline.number(),
                    baseline.from(),
                    baseline.to(),
                    baseline.recordedAt(),
                    baseline.types().stream().map(TimesJson::of).toList(),
                    baseline.receipt().map(ReceiptId::value));
        }
    }

    private static @Nullable Long seconds(Median median) {
        return median.value().map(Duration::toSeconds).orElse(null);
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
