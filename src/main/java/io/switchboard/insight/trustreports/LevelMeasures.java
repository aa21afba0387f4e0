package io.switchboard.insight.trustreports;

import io.switchboard.insight.assurance.Words;
import io.switchboard.insight.reliability.Baseline;
import io.switchboard.insight.reliability.BurnAlert;
import io.switchboard.insight.reliability.Comparison;
import io.switchboard.insight.reliability.ErrorBudget;
import io.switchboard.insight.reliability.Indicator;
import io.switchboard.insight.reliability.RecordedLevels;
import io.switchboard.insight.reliability.RecordedLevels.Level;
import io.switchboard.insight.reliability.TypeTimes;
import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.ResponseTimes;
import io.switchboard.platform.tenancy.Tenant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Service levels, their budgets and alerts as figures of a report, and the time to mitigate beside its baseline. */
@Component
class LevelMeasures {

    private final RecordedLevels recorded;

    LevelMeasures(RecordedLevels recorded) {
        this.recorded = recorded;
    }

    /** How the levels of a time stand. {@code trouble}: an alert was firing in it, or a budget is spent. */
    record Standing(boolean trouble, String words, List<Measure> measures) {}

    Standing of(Tenant tenant, Span span) {
        var last = span.before();
        var now = levels(tenant, span);
        var before = levels(tenant, last);
        var alerts = recorded.alerts(tenant.id(), span.from(), span.until());
        var alertsBefore = recorded.alerts(tenant.id(), last.from(), last.until());
        var measures = new ArrayList<>(Arrays.stream(Indicator.values())
                .flatMap(indicator -> measures(indicator, now, before))
                .toList());
        measures.add(new Measure(
                "burn-alerts",
                "Burn-rate alerts",
                count(alerts),
                count(alertsBefore),
                "Alerts that were firing at some moment of the week, because a budget was spent too fast."));
        return new Standing(trouble(now, alerts), words(tenant, span, now), measures);
    }

    private Optional<List<Level>> levels(Tenant tenant, Span span) {
        return recorded.over(tenant.id(), span.from(), span.until());
    }

    private static boolean trouble(Optional<List<Level>> levels, Optional<List<BurnAlert>> alerts) {
        return alerts.filter(some -> !some.isEmpty()).isPresent()
                || levels.stream().flatMap(List::stream).anyMatch(level -> !isMet(level));
    }

    private static boolean isMet(Level level) {
        return level.objective().target().isMetBy(level.window());
    }

    private String words(Tenant tenant, Span span, Optional<List<Level>> levels) {
        if (levels.isEmpty()) {
            return "Service levels were not recorded yet.";
        }
        long counted =
                levels.get().stream().filter(level -> !level.window().isEmpty()).count();
        long met = levels.get().stream()
                .filter(level -> !level.window().isEmpty() && isMet(level))
                .count();
        return (counted == 0
                        ? "There was nothing to count for service levels."
                        : Words.number(met) + " of " + Words.count(counted, "objective is", "objectives are") + " met.")
                + since(tenant, span);
    }

    /** Where only a part of the week is on record, that is said. */
    private String since(Tenant tenant, Span span) {
        return recorded.since(tenant.id())
                .filter(since -> since.isAfter(span.from()))
                .map(since -> " Service levels are on record since "
                        + since.atZone(span.week().zone()).toLocalDate() + ".")
                .orElse("");
    }

    private static Stream<Measure> measures(
            Indicator indicator, Optional<List<Level>> now, Optional<List<Level>> before) {
        var objective = find(now, indicator).map(Level::objective);
        return Stream.of(
                new Measure(
                        indicator.id(),
                        indicator.title(),
                        attained(find(now, indicator)),
                        attained(find(before, indicator)),
                        objective.map(it -> "Objective: " + it + ". ").orElse("") + indicator.definition()),
                new Measure(
                        indicator.id() + "-budget",
                        "Error budget left, " + indicator.title().toLowerCase(Locale.ENGLISH),
                        budget(find(now, indicator)),
                        budget(find(before, indicator)),
                        "Of what may be bad in the objective's window up to the end of the week, by the objective of now. Below 0 % more was."));
    }

    private static Optional<Level> find(Optional<List<Level>> levels, Indicator indicator) {
        return levels.stream()
                .flatMap(List::stream)
                .filter(level -> level.objective().indicator() == indicator)
                .findFirst();
    }

    private static Reading attained(Optional<Level> level) {
        return level.map(it -> Reading.share(it.inTime().good(), it.inTime().total()))
                .orElseGet(Reading.NotRecorded::new);
    }

    private static Reading budget(Optional<Level> level) {
        return level.map(Level::budget).map(LevelMeasures::left).orElseGet(Reading.NotRecorded::new);
    }

    private static Reading left(ErrorBudget budget) {
        var left = budget.left();
        return left.isPresent()
                ? new Reading.Said(String.format(Locale.ENGLISH, "%.1f %%", Math.floor(1000 * left.getAsDouble()) / 10))
                : new Reading.Nothing();
    }

    private static Reading count(Optional<List<BurnAlert>> alerts) {
        return alerts.<Reading>map(some -> new Reading.Count(some.size())).orElseGet(Reading.NotRecorded::new);
    }

    /** The median of the week against the baseline that counts now; without one, not recorded. */
    Measure againstBaseline(Tenant tenant, List<Incident> now, List<Incident> before) {
        var baseline = recorded.baseline(tenant.id());
        return new Measure(
                "mttm-against-baseline",
                "MTTM against the baseline",
                against(baseline, now),
                against(baseline, before),
                baseline.map(known -> "The baseline is the median of the incidents opened from " + known.from() + " to "
                                + known.to() + ". The goal is 40 % less.")
                        .orElse("No baseline is on record. A partner-admin records one on the page Reliability."));
    }

    private static Reading against(Optional<Baseline> baseline, List<Incident> incidents) {
        if (baseline.isEmpty()) {
            return new Reading.NotRecorded();
        }
        var times = ResponseTimes.of(incidents);
        var now = new TypeTimes(TypeTimes.ALL, times.incidents(), times.mtta(), times.mttm());
        var change = new Comparison(now, baseline.flatMap(known -> known.of(TypeTimes.ALL))).change();
        return change.isPresent()
                ? new Reading.Said(String.format(Locale.ENGLISH, "%+.1f %%", 100 * change.getAsDouble()))
                : new Reading.Nothing();
    }
}
