package io.switchboard.insight.reliability;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.receipts.LogIntegration;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.incidents.TestIncidents;
import io.switchboard.platform.signing.SteppedClock;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenants;
import io.switchboard.platform.tenancy.TestTenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The module on a real database, put together by hand, with a platform and as many tenants as tests want. */
final class ReliabilityKit {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final SteppedClock clock;
    final EnforcementKit kit;
    final Tenants tenants;
    final IndicatorRows rows;
    final MarkRows marks;
    final ObjectiveRows objectiveRows;
    final AlertRows alertRows;
    final BaselineRows baselineRows;
    final IntegrationCounts integration;
    final LevelReader levels;
    final Objectives objectives;
    final Baselines baselines;
    final ReliabilityDesk desk;
    final RecordedLevels recorded;
    final TestIncidents incidents;

    private final TenantId platform;
    private int delivered;

    ReliabilityKit(SteppedClock clock) {
        this.clock = clock;
        kit = EnforcementKit.at(clock, "incidents", "reliability");
        platform = kit.tenant("platform").id();
        tenants = TestTenants.on(kit.jdbc(), clock);
        rows = new IndicatorRows(kit.jdbc());
        marks = new MarkRows(kit.jdbc());
        objectiveRows = new ObjectiveRows(kit.jdbc());
        alertRows = new AlertRows(kit.jdbc());
        baselineRows = new BaselineRows(kit.jdbc());
        integration = new IntegrationCounts(
                new LogIntegration(kit.jdbc()),
                rows,
                marks,
                clock,
                kit.signing().transactions());
        levels = new LevelReader(rows, integration);
        objectives = new Objectives(kit.enforcement(), objectiveRows);
        incidents = new TestIncidents(kit.jdbc());
        baselines = new Baselines(kit.enforcement(), incidents.incidents(), baselineRows, clock);
        recorded = new RecordedLevels(rows, objectiveRows, alertRows, marks, baselineRows);
        desk = new ReliabilityDesk(
                new Viewing(kit.policy()),
                kit.policy(),
                tenants,
                levels,
                rows,
                objectiveRows,
                alertRows,
                marks,
                baselineRows,
                incidents.incidents(),
                clock);
    }

    TenantId tenant() {
        return kit.tenant("tenant-" + NUMBERS.incrementAndGet()).id();
    }

    String slug(TenantId tenant) {
        return tenants.find(tenant).orElseThrow().slug().value();
    }

    TenantId platform() {
        return platform;
    }

    /** A node of its own: it counts in its own memory. */
    RequestCounts node() {
        return new RequestCounts(rows, tenants, new PlatformTenant(tenants), clock);
    }

    /** One that looks after alerts, perhaps beside others. */
    BurnAlerts looker() {
        return new BurnAlerts(
                kit.enforcement(),
                levels,
                objectiveRows,
                alertRows,
                marks,
                clock,
                kit.signing().transactions());
    }

    Caller caller(TenantId tenant, Role role) {
        return new Caller(tenant, Actor.user(MemberId.random()), Set.of(role));
    }

    Tally tally(TenantId tenant, Indicator indicator, Duration window) {
        return rows.windows(tenant, List.of(window), clock.instant())
                .getOrDefault(indicator, Map.of())
                .getOrDefault(window, Tally.NONE);
    }

    <T> T done(Enforced<T> ended) {
        deliver();
        return ((Enforced.Done<T>) ended).value();
    }

    static String code(Enforced<?> ended) {
        return ((Enforced.Failed<?>) ended).failure().code();
    }

    private void deliver() {
        var events = kit.events();
        for (; delivered < events.size(); delivered++) {
            if (events.get(delivered) instanceof ActionReceipted done) {
                baselines.note(done);
            }
        }
    }

    /** What the sequencer does with all that waits: an index for each, and a signed checkpoint now. */
    void sign(TenantId tenant) {
        var jdbc = kit.jdbc();
        long size = size(tenant);
        var waiting = jdbc.sql("SELECT receipt_id FROM log_queue WHERE tenant_id = ? ORDER BY queued_at, receipt_id")
                .param(tenant.value())
                .query((row, _) -> row.getString("receipt_id"))
                .list();
        for (var receipt : waiting) {
            jdbc.sql(
                            "INSERT INTO log_entry (tenant_id, log_index, receipt_id, entry) VALUES (?, ?, ?, REPEAT('e', 32))")
                    .params(tenant.value(), size++, receipt)
                    .update();
        }
        jdbc.sql("DELETE FROM log_queue WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        jdbc.sql(
                        "INSERT INTO log_checkpoint (tenant_id, tree_size, root, note, signed_at) VALUES (?, ?, REPEAT('r', 32), 'note', ?)")
                .params(tenant.value(), size, Utc.column(clock.instant()))
                .update();
    }

    private long size(TenantId tenant) {
        return kit.jdbc()
                .sql("SELECT COALESCE(MAX(tree_size), 0) FROM log_checkpoint WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }
}
