package io.switchboard.insight.reliability;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.incidents.Incidents;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** A tenant's reliability for whoever may look. Looking is authorised and leaves no receipt. */
@Service
public class ReliabilityDesk {

    public static final ActionId VIEW = new ActionId("reliability.view");

    /** What response times are compared over now, in days. */
    static final int INCIDENT_DAYS = 30;

    private static final int MOST_ALERTS = 20;

    private final Viewing viewing;
    private final PolicyDecisionPoint policy;
    private final Tenants tenants;
    private final LevelReader levels;
    private final IndicatorRows rows;
    private final ObjectiveRows objectives;
    private final AlertRows alerts;
    private final MarkRows marks;
    private final BaselineRows baselines;
    private final Incidents incidents;
    private final Clock clock;

    ReliabilityDesk(
            Viewing viewing,
            PolicyDecisionPoint policy,
            Tenants tenants,
            LevelReader levels,
            IndicatorRows rows,
            ObjectiveRows objectives,
            AlertRows alerts,
            MarkRows marks,
            BaselineRows baselines,
            Incidents incidents,
            Clock clock) {
        this.viewing = viewing;
        this.policy = policy;
        this.tenants = tenants;
        this.levels = levels;
        this.rows = rows;
        this.objectives = objectives;
        this.alerts = alerts;
        this.marks = marks;
        this.baselines = baselines;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, Objectives.SERVICE_LEVEL);
    }

    /** Advice for the page: whether to offer the action. */
    public boolean may(Caller caller, ActionId action) {
        var type = action.equals(Baselines.RECORD) ? Baselines.BASELINE : Objectives.SERVICE_LEVEL;
        return policy.wouldAllow(PolicyRequest.of(caller, action, ResourceRef.of(type, "any")));
    }

    /** What fires now, for whoever may look; for anybody else nothing does. */
    public List<BurnAlert> firing(Caller caller) {
        return againstViewing(caller).isEmpty() ? alerts.firing(caller.tenant()) : List.of();
    }

    public Reliability of(Caller caller) {
        viewing.require(caller, VIEW, Objectives.SERVICE_LEVEL);
        var tenant = caller.tenant();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var baseline = baselines.current(tenant);
        return new Reliability(
                tenants.find(tenant).orElseThrow(),
                now,
                marks.since(tenant),
                levels(tenant, now),
                alerts.firing(tenant),
                alerts.latest(tenant, MOST_ALERTS),
                INCIDENT_DAYS,
                incidents(tenant, now).stream()
                        .map(times -> Comparison.of(times, baseline))
                        .toList(),
                baseline);
    }

    private List<TypeTimes> incidents(TenantId tenant, Instant now) {
        return TypeTimes.of(incidents.openedBetween(
                tenant, now.minus(Duration.ofDays(INCIDENT_DAYS)), now.plusSeconds(1), Baselines.MOST_INCIDENTS));
    }

    private List<ServiceLevel> levels(TenantId tenant, Instant now) {
        var known = objectives.of(tenant);
        var windows = new ArrayList<>(BurnRule.windows());
        known.values().stream().map(Objective::window).distinct().forEach(windows::add);
        var tallies = levels.windows(tenant, windows, now);
        int longest = known.values().stream().mapToInt(Objective::days).max().orElseThrow();
        var days = rows.days(tenant, today(now).minusDays(longest - 1L));
        return Arrays.stream(Indicator.values())
                .map(indicator -> level(
                        known.getOrDefault(indicator, Objective.usual(indicator)),
                        tallies.getOrDefault(indicator, Map.of()),
                        days.getOrDefault(indicator, Map.of()),
                        today(now)))
                .toList();
    }

    private static ServiceLevel level(
            Objective objective, Map<Duration, Tally> tallies, Map<LocalDate, Tally> days, LocalDate today) {
        return new ServiceLevel(
                objective,
                tallies.getOrDefault(objective.window(), Tally.NONE),
                Stream.of(BurnRule.values())
                        .map(rule -> Burn.of(rule, tallies, objective.target()))
                        .toList(),
                IntStream.range(0, objective.days())
                        .mapToObj(i -> today.minusDays(objective.days() - 1L - i))
                        .map(day -> new ServiceLevel.Day(day, days.getOrDefault(day, Tally.NONE)))
                        .toList());
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
