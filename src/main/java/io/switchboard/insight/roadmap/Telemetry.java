package io.switchboard.insight.roadmap;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.switchboard.control.enforcement.ActionCost;
import io.switchboard.control.enforcement.ActionCosts;
import io.switchboard.control.policy.Denial;
import io.switchboard.control.policy.Denials;
import io.switchboard.insight.success.DropOff;
import io.switchboard.insight.success.DropOffs;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.Workflow;
import io.switchboard.insight.success.Workflows;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Puts together what receipts, decisions, times and the database's statistics say. */
@Component
class Telemetry {

    static final int MOST = 10;

    private final Tenants tenants;
    private final Workflows workflows;
    private final DropOffs dropOffs;
    private final Denials denials;
    private final ActionCosts costs;
    private final Statements statements;
    private final Clock clock;

    Telemetry(
            Tenants tenants,
            Workflows workflows,
            DropOffs dropOffs,
            Denials denials,
            ActionCosts costs,
            Statements statements,
            Clock clock) {
        this.tenants = tenants;
        this.workflows = workflows;
        this.dropOffs = dropOffs;
        this.clock = clock;
        this.denials = denials;
        this.costs = costs;
        this.statements = statements;
    }

    Findings over(Period period) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var from = period.first(now);
        return new Findings(
                period,
                now,
                Arrays.stream(FindingKind.values()).collect(toMap(Function.identity(), kind -> find(kind, from))),
                statements.away());
    }

    private List<Finding> find(FindingKind kind, LocalDate from) {
        return switch (kind) {
            case WORKFLOW ->
                workflows.top(pilots(), from, MOST).stream()
                        .map(Telemetry::workflow)
                        .toList();
            case DROP_OFF ->
                dropOffs.now().stream()
                        .filter(drop -> !drop.tenants().isEmpty())
                        .map(Telemetry::dropOff)
                        .toList();
            case DENIAL ->
                denials.most(pilots(), begin(from), MOST).stream()
                        .map(Telemetry::denial)
                        .toList();
            case QUERY -> statements.slowest(MOST);
            case COST ->
                costs.top(from, MOST, ids(tenants.inUse())).stream()
                        .map(Telemetry::cost)
                        .toList();
        };
    }

    private Set<TenantId> pilots() {
        return ids(tenants.pilots());
    }

    private static Set<TenantId> ids(List<Tenant> those) {
        return those.stream().map(Tenant::id).collect(toSet());
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Finding workflow(Workflow found) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("allowed", found.allowed());
        numbers.put("denied", found.denied());
        numbers.put("failed", found.failed());
        numbers.put("tenants", found.tenants());
        return new Finding(
                FindingKind.WORKFLOW,
                found.action().value(),
                found.action() + ": " + found.allowed() + " allowed of " + found.tried() + " tried",
                numbers);
    }

    private static Finding dropOff(DropOff drop) {
        return new Finding(
                FindingKind.DROP_OFF,
                drop.after().map(SetupStep::name).orElse("NONE"),
                "Stopped after “" + drop.after().map(SetupStep::title).orElse("landing") + "”",
                Map.of("tenants", (long) drop.tenants().size()));
    }

    private static Finding denial(Denial found) {
        var policies = found.policies().isEmpty() ? "nothing permits it" : String.join(", ", found.policies());
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("denied", found.number());
        numbers.put("tenants", found.tenants());
        numbers.put("actors", found.actors());
        return new Finding(
                FindingKind.DENIAL,
                found.action() + " " + policies,
                found.action() + ": " + (found.policies().isEmpty() ? policies : "denied by " + policies),
                numbers);
    }

    private static Finding cost(ActionCost found) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("number", found.number());
        numbers.put("tenants", found.tenants());
        numbers.put("meanMicros", micros(found.mean()));
        numbers.put("slowestMicros", micros(found.slowest()));
        numbers.put("totalMicros", micros(found.total()));
        return new Finding(
                FindingKind.COST, found.action().value(), found.action().value(), numbers);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
