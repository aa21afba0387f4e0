package io.switchboard.insight.reliability;

import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What is on record about a time, for reports. Whoever asks has been allowed to. */
@Service
public class RecordedLevels {

    private final IndicatorRows rows;
    private final ObjectiveRows objectives;
    private final AlertRows alerts;
    private final MarkRows marks;
    private final BaselineRows baselines;

    RecordedLevels(
            IndicatorRows rows, ObjectiveRows objectives, AlertRows alerts, MarkRows marks, BaselineRows baselines) {
        this.rows = rows;
        this.objectives = objectives;
        this.alerts = alerts;
        this.marks = marks;
        this.baselines = baselines;
    }

    /** {@code inTime}: of the time that was asked for. {@code window}: of the objective's window up to the time's end. */
    public record Level(Objective objective, Tally inTime, Tally window) {

        public ErrorBudget budget() {
            return new ErrorBudget(objective.target(), window);
        }
    }

    /** Of each indicator; empty where the time was over before anything was counted. */
    public Optional<List<Level>> over(TenantId tenant, Instant from, Instant until) {
        return isRecorded(tenant, until) ? Optional.of(levels(tenant, from, until)) : Optional.empty();
    }

    private List<Level> levels(TenantId tenant, Instant from, Instant until) {
        var inTime = rows.between(tenant, from, until);
        var known = objectives.of(tenant);
        return Arrays.stream(Indicator.values())
                .map(indicator ->
                        level(tenant, known.getOrDefault(indicator, Objective.usual(indicator)), inTime, until))
                .toList();
    }

    private Level level(TenantId tenant, Objective objective, Map<Indicator, Tally> inTime, Instant until) {
        var window = rows.between(tenant, until.minus(objective.window()), until);
        return new Level(
                objective,
                inTime.getOrDefault(objective.indicator(), Tally.NONE),
                window.getOrDefault(objective.indicator(), Tally.NONE));
    }

    /** Alerts that were firing at some moment of the time; empty where it was over before anything was looked at. */
    public Optional<List<BurnAlert>> alerts(TenantId tenant, Instant from, Instant until) {
        return isRecorded(tenant, until) ? Optional.of(alerts.during(tenant, from, until)) : Optional.empty();
    }

    private boolean isRecorded(TenantId tenant, Instant until) {
        return marks.since(tenant).filter(since -> since.isBefore(until)).isPresent();
    }

    public Optional<Instant> since(TenantId tenant) {
        return marks.since(tenant);
    }

    /** The one that counts now. */
    public Optional<Baseline> baseline(TenantId tenant) {
        return baselines.current(tenant);
    }
}
