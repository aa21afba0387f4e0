package io.switchboard.operations.imports;

import io.switchboard.control.receipts.Purged;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.imports.format.CsvDialect;
import io.switchboard.operations.retention.DueRecords;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Imports' heads. A status changes only from the one that the caller expects, so two attempts never both succeed. */
@Repository
class Imports {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    Imports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ImportPlan plan) {
        jdbc.sql("""
                        INSERT INTO import_plan (tenant_id, import_id, kind, status, file_name, source_digest, source_bytes, format, encoding, mark_bytes,
                            delimiter_char, mapping, ignored, notes, salt, actor_type, actor_id, actor_roles, conflict_mode, reverts, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''), ?, ?)""")
                .params(
                        plan.tenant().value(),
                        plan.id().value(),
                        plan.kind(),
                        plan.status().name(),
                        plan.source().name(),
                        plan.source().digest().hex(),
                        plan.source().bytes(),
                        plan.source().format(),
                        plan.source().dialect().encoding().name(),
                        plan.source().dialect().markBytes(),
                        String.valueOf(plan.source().dialect().separator()),
                        JSON.writeValueAsString(plan.mapping()),
                        JSON.writeValueAsString(plan.ignored()),
                        JSON.writeValueAsString(plan.notes()),
                        salt(),
                        plan.owner().actor().type().name(),
                        plan.owner().actor().id(),
                        plan.owner().roles().stream().sorted().map(Role::wire).collect(Collectors.joining(",")),
                        plan.conflictMode().name(),
                        plan.reverts().map(ImportId::value).orElse(""),
                        Utc.column(plan.createdAt()),
                        Utc.column(plan.expiresAt()))
                .update();
    }

    private static byte[] salt() {
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        return salt;
    }

    Optional<ImportPlan> find(TenantId tenant, ImportId id) {
        return jdbc.sql("SELECT * FROM import_plan WHERE tenant_id = ? AND import_id = ?")
                .params(tenant.value(), id.value())
                .query(PlanRow::read)
                .optional();
    }

    /** The imports that undid this one, newest first. */
    List<ImportPlan> revertsOf(ImportPlan committed) {
        return jdbc.sql(
                        "SELECT * FROM import_plan WHERE tenant_id = ? AND reverts = ? AND status = ? ORDER BY created_at DESC")
                .params(committed.tenant().value(), committed.id().value(), ImportStatus.COMMITTED.name())
                .query(PlanRow::read)
                .list();
    }

    boolean choose(ImportPlan draft, ConflictMode mode) {
        return jdbc.sql(
                                "UPDATE import_plan SET conflict_mode = ? WHERE tenant_id = ? AND import_id = ? AND status = 'UPLOADED'")
                        .params(mode.name(), draft.tenant().value(), draft.id().value())
                        .update()
                == 1;
    }

    List<ImportPlan> latest(TenantId tenant, int limit) {
        return jdbc.sql("SELECT * FROM import_plan WHERE tenant_id = ? ORDER BY created_at DESC, import_id LIMIT ?")
                .params(tenant.value(), limit)
                .query(PlanRow::read)
                .list();
    }

    /** Of all tenants, for the recovery only: under way, and without a beat since then. */
    List<ImportPlan> abandoned(Instant since) {
        return jdbc.sql(
                        "SELECT * FROM import_plan WHERE status IN ('PLANNING', 'COMMITTING') AND (beat_at IS NULL OR beat_at < ?)")
                .param(Utc.column(since))
                .query(PlanRow::read)
                .list();
    }

    /** One of several nodes takes over what has no beat since then. */
    boolean takeOver(ImportPlan plan, Instant since, Instant now) {
        return jdbc.sql("""
                        UPDATE import_plan SET beat_at = ? WHERE tenant_id = ? AND import_id = ? AND status = ?
                          AND (beat_at IS NULL OR beat_at < ?)""")
                        .params(
                                Utc.column(now),
                                plan.tenant().value(),
                                plan.id().value(),
                                plan.status().name(),
                                Utc.column(since))
                        .update()
                == 1;
    }

    void beat(ImportPlan plan, Instant now) {
        jdbc.sql("UPDATE import_plan SET beat_at = ? WHERE tenant_id = ? AND import_id = ?")
                .params(Utc.column(now), plan.tenant().value(), plan.id().value())
                .update();
    }

    /** Of all tenants, for the deletion only: not under way and older than that, with file and rows still there. */
    private static final String OLD =
            " FROM import_plan WHERE tenant_id = ? AND cleared_at IS NULL AND created_at < ? AND status NOT IN ('PLANNING', 'COMMITTING')";

    /** With file and rows, from before that, and not at work; the oldest first. They stay as they are until the transaction ends. */
    List<ImportPlan> lockedOld(TenantId tenant, Instant before, int limit) {
        return jdbc.sql("SELECT *" + OLD + " ORDER BY created_at, import_id LIMIT ? FOR UPDATE")
                .params(tenant.value(), Utc.column(before), limit)
                .query(PlanRow::read)
                .list();
    }

    DueRecords old(TenantId tenant, Instant before) {
        return jdbc.sql("SELECT COUNT(*), MIN(created_at), MAX(created_at)" + OLD)
                .params(tenant.value(), Utc.column(before))
                .query((row, _) -> new DueRecords(
                        row.getLong(1),
                        Optional.ofNullable(row.getObject(2, LocalDateTime.class))
                                .map(Utc::instant),
                        Optional.ofNullable(row.getObject(3, LocalDateTime.class))
                                .map(Utc::instant)))
                .single();
    }

    void cleared(ImportPlan plan, Purged purged) {
        jdbc.sql("UPDATE import_plan SET cleared_at = ?, purge_id = ? WHERE tenant_id = ? AND import_id = ?")
                .params(
                        Utc.column(purged.at()),
                        purged.purge().value(),
                        plan.tenant().value(),
                        plan.id().value())
                .update();
    }

    byte[] salt(TenantId tenant, ImportId id) {
        return jdbc.sql("SELECT salt FROM import_plan WHERE tenant_id = ? AND import_id = ?")
                .params(tenant.value(), id.value())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    boolean move(ImportPlan plan, ImportStatus from, ImportStatus to) {
        return jdbc.sql("UPDATE import_plan SET status = ? WHERE tenant_id = ? AND import_id = ? AND status = ?")
                        .params(to.name(), plan.tenant().value(), plan.id().value(), from.name())
                        .update()
                == 1;
    }

    /** How a file is written and mapped. */
    void described(
            ImportPlan plan,
            CsvDialect dialect,
            Map<String, String> mapping,
            List<String> ignored,
            List<String> notes) {
        jdbc.sql("""
                        UPDATE import_plan SET encoding = ?, mark_bytes = ?, delimiter_char = ?, mapping = ?, ignored = ?, notes = ?
                        WHERE tenant_id = ? AND import_id = ? AND status = ?""")
                .params(
                        dialect.encoding().name(),
                        dialect.markBytes(),
                        String.valueOf(dialect.separator()),
                        JSON.writeValueAsString(mapping),
                        JSON.writeValueAsString(ignored),
                        JSON.writeValueAsString(notes),
                        plan.tenant().value(),
                        plan.id().value(),
                        plan.status().name())
                .update();
    }

    void counted(ImportPlan plan, ImportCounts counts, String revision, Instant expiresAt) {
        jdbc.sql("""
                        UPDATE import_plan SET rows_read = ?, rows_create = ?, rows_update = ?, rows_remove = ?, rows_unchanged = ?, rows_reject = ?,
                            rows_conflict = ?, rows_held = ?, base_revision = ?, expires_at = ? WHERE tenant_id = ? AND import_id = ?""")
                .params(
                        counts.read(),
                        counts.create(),
                        counts.update(),
                        counts.remove(),
                        counts.unchanged(),
                        counts.reject(),
                        counts.conflict(),
                        counts.held(),
                        revision,
                        Utc.column(expiresAt),
                        plan.tenant().value(),
                        plan.id().value())
                .update();
    }

    /** What was asked for is done: this is its receipt, and there is no failure any more. */
    void receipted(TenantId tenant, ImportId id, ReceiptId receipt, Optional<DecisionId> decision) {
        jdbc.sql(
                        "UPDATE import_plan SET receipt_id = ?, decision_id = ?, failure = NULL WHERE tenant_id = ? AND import_id = ?")
                .param(receipt.value())
                .param(decision.map(DecisionId::value).orElse(null))
                .param(tenant.value())
                .param(id.value())
                .update();
    }

    /** What was asked for is not done, and why. */
    void refused(ImportPlan plan, ReceiptId receipt, Optional<DecisionId> decision, String failure) {
        jdbc.sql(
                        "UPDATE import_plan SET receipt_id = ?, decision_id = ?, failure = ? WHERE tenant_id = ? AND import_id = ?")
                .param(receipt.value())
                .param(decision.map(DecisionId::value).orElse(null))
                .param(failure.length() > 2000 ? failure.substring(0, 2000) : failure)
                .param(plan.tenant().value())
                .param(plan.id().value())
                .update();
    }
}
