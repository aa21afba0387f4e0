package io.switchboard.insight.reliability;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.insight.reliability.BurnRule.Verdict;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fires and resolves a tenant's alerts, each with a receipt of the portal's own. Whoever looks holds the tenant's mark until all is written, so of two that look at once the second one sees what the first
 * has done.
 */
@Component
class BurnAlerts {

    static final ActionId ALERT = new ActionId("reliability.alert");

    private final EnforcementPoint enforcement;
    private final LevelReader levels;
    private final ObjectiveRows objectives;
    private final AlertRows alerts;
    private final MarkRows marks;
    private final Clock clock;
    private final TransactionTemplate looking;

    BurnAlerts(
            EnforcementPoint enforcement,
            LevelReader levels,
            ObjectiveRows objectives,
            AlertRows alerts,
            MarkRows marks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.enforcement = enforcement;
        this.levels = levels;
        this.objectives = objectives;
        this.alerts = alerts;
        this.marks = marks;
        this.clock = clock;
        this.looking = new TransactionTemplate(transactions);
    }

    void look(TenantId tenant) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        marks.begin(tenant, now);
        looking.executeWithoutResult(_ -> {
            marks.lock(tenant);
            judge(tenant, now);
        });
    }

    private record Key(Indicator indicator, BurnRule rule) {}

    private void judge(TenantId tenant, Instant now) {
        var firing = alerts.firing(tenant).stream()
                .collect(Collectors.toMap(alert -> new Key(alert.indicator(), alert.rule()), Function.identity()));
        var targets = objectives.of(tenant);
        levels.windows(tenant, BurnRule.windows(), now).forEach((indicator, tallies) -> {
            var target =
                    targets.getOrDefault(indicator, Objective.usual(indicator)).target();
            for (var rule : BurnRule.values()) {
                var before = Optional.ofNullable(firing.get(new Key(indicator, rule)));
                move(tenant, indicator, target, Burn.of(rule, tallies, target), before, now);
            }
        });
    }

    private void move(
            TenantId tenant, Indicator indicator, Target target, Burn burn, Optional<BurnAlert> before, Instant now) {
        if (burn.verdict() == Verdict.BURNING && before.isEmpty()) {
            fire(tenant, fired(indicator, target, burn, now));
        } else if (burn.verdict() == Verdict.CALM) {
            before.ifPresent(alert -> resolve(tenant, alert, burn, now));
        }
    }

    private static BurnAlert fired(Indicator indicator, Target target, Burn burn, Instant now) {
        return new BurnAlert(
                indicator,
                burn.rule(),
                target,
                burn.over().orElse(0),
                burn.lately().orElse(0),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void fire(TenantId tenant, BurnAlert alert) {
        var ended = enforcement.perform(action(tenant, alert), () -> {
            alerts.fire(tenant, alert);
            return effect(alert, "fired", alert.over(), alert.lately());
        });
        noted(tenant, alert, ended, true);
    }

    private void resolve(TenantId tenant, BurnAlert alert, Burn burn, Instant now) {
        var action = action(tenant, alert);
        var ended = enforcement.perform(alert.fired().map(action::withParent).orElse(action), () -> {
            alerts.resolve(tenant, alert, now);
            return effect(
                    alert, "resolved", burn.over().orElse(0), burn.lately().orElse(0));
        });
        noted(tenant, alert, ended, false);
    }

    private void noted(TenantId tenant, BurnAlert alert, Enforced<BurnAlert> ended, boolean firing) {
        if (!(ended instanceof Enforced.Done<BurnAlert>)) {
            throw new IllegalStateException("policy keeps the portal from saying how its alerts stand: " + ended);
        }
        alerts.receipted(tenant, alert, ended.receipt().id(), firing);
    }

    private static Effect<BurnAlert> effect(BurnAlert alert, String state, double over, double lately) {
        return Effect.of(
                        alert,
                        Subject.atVersion(
                                Objectives.SERVICE_LEVEL,
                                alert.indicator().id(),
                                alert.firedAt().toEpochMilli()))
                .withFacts(Map.of(
                        "rule", alert.rule().id(),
                        "severity", alert.rule().severity().name().toLowerCase(Locale.ROOT),
                        "state", state,
                        "target", alert.target().percent().toPlainString(),
                        "factor", number(alert.rule().factor()),
                        "longWindowBurn", number(over),
                        "shortWindowBurn", number(lately)));
    }

    private static String number(double rate) {
        return String.format(Locale.ROOT, "%.2f", rate);
    }

    private static GovernedAction action(TenantId tenant, BurnAlert alert) {
        return GovernedAction.of(
                Caller.system(tenant, "reliability"),
                ALERT,
                ResourceRef.of(Objectives.SERVICE_LEVEL, alert.indicator().id()));
    }
}
