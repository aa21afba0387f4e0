package io.switchboard.operations.imports.schedules;

import io.switchboard.kernel.Base32;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.imports.ImportId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who runs a schedule now, and how its runs went. A claim is a row's lease: it ends with its run, or after a while if the node was killed. */
@Repository
class RunRows {

    static final Duration LEASE = Duration.ofMinutes(15);
    private static final int KEPT = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Due(TenantId tenant, ScheduleId schedule) {}

    /** What was taken last: the content's validator and digest, and the import that took it. */
    record Seen(Optional<String> etag, Optional<Sha256> digest, Optional<ImportId> imported) {}

    /** Of all tenants: whose time has come and which nobody runs, the longest waiting first. */
    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT tenant_id, schedule_id FROM import_schedule
                        WHERE next_run_at <= ? AND paused_because IS NULL AND (claimed_until IS NULL OR claimed_until < ?)
                        ORDER BY next_run_at LIMIT ?""")
                .params(Utc.column(now), Utc.column(now), limit)
                .query((row, _) ->
                        new Due(new TenantId(row.getString("tenant_id")), new ScheduleId(row.getString("schedule_id"))))
                .list();
    }

    /** Takes a due run. Empty where another node was quicker, or it was paused or put off meanwhile. */
    @Transactional
    Optional<Claim> claimDue(TenantId tenant, ScheduleId id, Instant now) {
        return claim(tenant, id, now, " AND next_run_at <= ? AND paused_because IS NULL", Utc.column(now));
    }

    /** Takes a run that a person asked for. Empty where one is under way. */
    @Transactional
    Optional<Claim> claim(TenantId tenant, ScheduleId id, Instant now) {
        return claim(tenant, id, now, "");
    }

    private Optional<Claim> claim(TenantId tenant, ScheduleId id, Instant now, String condition, Object... values) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var token = Base32.encode(bytes);
        var update = jdbc.sql("""
                        UPDATE import_schedule SET claim_token = ?, claimed_until = ?, runs = runs + 1
                        WHERE tenant_id = ? AND schedule_id = ? AND (claimed_until IS NULL OR claimed_until < ?)""" + condition)
                .params(token, Utc.column(now.plus(LEASE)), tenant.value(), id.value(), Utc.column(now));
        for (var value : values) {
            update = update.param(value);
        }
        return update.update() == 1 ? Optional.of(begun(tenant, id, token, now)) : Optional.empty();
    }

    private Claim begun(TenantId tenant, ScheduleId id, String token, Instant now) {
        int run = jdbc.sql("SELECT runs FROM import_schedule WHERE tenant_id = ? AND schedule_id = ?")
                .params(tenant.value(), id.value())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        UPDATE import_schedule_run SET outcome = 'FAILED', code = 'interrupted', ended_at = ?,
                            sentence = 'The portal went away in the middle of this run. The next one begins anew.'
                        WHERE tenant_id = ? AND schedule_id = ? AND outcome = 'RUNNING'""").params(Utc.column(now), tenant.value(), id.value()).update();
        jdbc.sql("""
                        INSERT INTO import_schedule_run (tenant_id, schedule_id, run_no, outcome, started_at)
                        VALUES (?, ?, ?, 'RUNNING', ?)""").params(tenant.value(), id.value(), run, Utc.column(now)).update();
        jdbc.sql("DELETE FROM import_schedule_run WHERE tenant_id = ? AND schedule_id = ? AND run_no <= ?")
                .params(tenant.value(), id.value(), run - KEPT)
                .update();
        return new Claim(tenant, id, token, run);
    }

    /** More time for the claim's owner; false where it lost it, and somebody else may be at work. */
    boolean renew(Claim claim, Instant now) {
        return jdbc.sql("""
                        UPDATE import_schedule SET claimed_until = ? WHERE tenant_id = ? AND schedule_id = ? AND claim_token = ?""")
                        .params(
                                Utc.column(now.plus(LEASE)),
                                claim.tenant().value(),
                                claim.schedule().value(),
                                claim.token())
                        .update()
                == 1;
    }

    void imports(Claim claim, ImportId imported) {
        jdbc.sql("UPDATE import_schedule_run SET import_id = ? WHERE tenant_id = ? AND schedule_id = ? AND run_no = ?")
                .params(
                        imported.value(),
                        claim.tenant().value(),
                        claim.schedule().value(),
                        claim.run())
                .update();
    }

    /** The claim ends with its run; how many failures in a row that makes, or empty where the claim was lost or the schedule deleted. */
    @Transactional
    Optional<Integer> end(Claim claim, Ended ended, Instant now, Instant next) {
        int mine = jdbc.sql("""
                        UPDATE import_schedule SET claim_token = NULL, claimed_until = NULL, next_run_at = ?,
                            failures = CASE WHEN ? THEN failures + 1 ELSE 0 END
                        WHERE tenant_id = ? AND schedule_id = ? AND claim_token = ?""")
                .params(
                        Utc.column(next),
                        ended.outcome() == RunOutcome.FAILED,
                        claim.tenant().value(),
                        claim.schedule().value(),
                        claim.token())
                .update();
        if (mine == 0) {
            return Optional.empty();
        }
        jdbc.sql("""
                        UPDATE import_schedule_run SET outcome = ?, code = ?, sentence = ?, receipt_id = ?, ended_at = ?
                        WHERE tenant_id = ? AND schedule_id = ? AND run_no = ?""")
                .param(ended.outcome().name())
                .param(ended.code())
                .param(ended.sentence().substring(0, Math.min(ended.sentence().length(), 2000)))
                .param(ended.receipt().map(ReceiptId::value).orElse(null))
                .param(Utc.column(now))
                .param(claim.tenant().value())
                .param(claim.schedule().value())
                .param(claim.run())
                .update();
        ended.seen().ifPresent(seen -> remember(claim, seen));
        return Optional.of(jdbc.sql("SELECT failures FROM import_schedule WHERE tenant_id = ? AND schedule_id = ?")
                .params(claim.tenant().value(), claim.schedule().value())
                .query(Integer.class)
                .single());
    }

    private void remember(Claim claim, Seen seen) {
        jdbc.sql("""
                        UPDATE import_schedule SET etag = ?, digest = ?, seen_import = ? WHERE tenant_id = ? AND schedule_id = ?""")
                .param(seen.etag().filter(etag -> etag.length() <= 200).orElse(null))
                .param(seen.digest().map(Sha256::hex).orElse(null))
                .param(seen.imported().map(ImportId::value).orElse(null))
                .param(claim.tenant().value())
                .param(claim.schedule().value())
                .update();
    }

    Seen seen(TenantId tenant, ScheduleId id) {
        return jdbc.sql("SELECT etag, digest, seen_import FROM import_schedule WHERE tenant_id = ? AND schedule_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> new Seen(
                        Optional.ofNullable(row.getString(1)),
                        Optional.ofNullable(row.getString(2)).map(Sha256::new),
                        Optional.ofNullable(row.getString(3)).map(ImportId::new)))
                .single();
    }

    /** Newest first. {@code before}: the number after which to go on; empty for the first page. */
    List<ScheduleRun> latest(TenantId tenant, ScheduleId id, Optional<Integer> before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM import_schedule_run WHERE tenant_id = ? AND schedule_id = ? AND run_no < ?
                        ORDER BY run_no DESC LIMIT ?""")
                .params(tenant.value(), id.value(), before.orElse(Integer.MAX_VALUE), limit)
                .query((row, _) -> ScheduleRows.run(row))
                .list();
    }
}
