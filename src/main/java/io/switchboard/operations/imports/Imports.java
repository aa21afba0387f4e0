package io.switchboard.operations.imports;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.format.CsvDialect;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
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
                        INSERT INTO import_plan (tenant_id, import_id, kind, status, file_name, source_digest, source_bytes, encoding, mark_bytes,
                            delimiter_char, mapping, ignored, notes, salt, actor_type, actor_id, actor_roles, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        plan.tenant().value(),
                        plan.id().value(),
                        plan.kind(),
                        plan.status().name(),
                        plan.source().name(),
                        plan.source().digest().hex(),
                        plan.source().bytes(),
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
                        utc(plan.createdAt()),
                        utc(plan.expiresAt()))
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
                .query(Imports::plan)
                .optional();
    }

    List<ImportPlan> latest(TenantId tenant, int limit) {
        return jdbc.sql("SELECT * FROM import_plan WHERE tenant_id = ? ORDER BY created_at DESC, import_id LIMIT ?")
                .params(tenant.value(), limit)
                .query(Imports::plan)
                .list();
    }

    /** Of all tenants, for the recovery only: under way, and without a beat since then. */
    List<ImportPlan> abandoned(Instant since) {
        return jdbc.sql(
                        "SELECT * FROM import_plan WHERE status IN ('PLANNING', 'COMMITTING') AND (beat_at IS NULL OR beat_at < ?)")
                .param(utc(since))
                .query(Imports::plan)
                .list();
    }

    /** One of several nodes takes over what has no beat since then. */
    boolean takeOver(ImportPlan plan, Instant since, Instant now) {
        return jdbc.sql("""
                        UPDATE import_plan SET beat_at = ? WHERE tenant_id = ? AND import_id = ? AND status = ?
                          AND (beat_at IS NULL OR beat_at < ?)""")
                        .params(
                                utc(now),
                                plan.tenant().value(),
                                plan.id().value(),
                                plan.status().name(),
                                utc(since))
                        .update()
                == 1;
    }

    void beat(ImportPlan plan, Instant now) {
        jdbc.sql("UPDATE import_plan SET beat_at = ? WHERE tenant_id = ? AND import_id = ?")
                .params(utc(now), plan.tenant().value(), plan.id().value())
                .update();
    }

    /** Of all tenants, for the deletion only: not under way and older than that, with file and rows still there. */
    List<ImportPlan> notKeptSince(Instant then, int limit) {
        return jdbc.sql("""
                        SELECT * FROM import_plan WHERE cleared_at IS NULL AND created_at < ? AND status NOT IN ('PLANNING', 'COMMITTING')
                        ORDER BY created_at LIMIT ?""").params(utc(then), limit).query(Imports::plan).list();
    }

    void cleared(ImportPlan plan, Instant now) {
        jdbc.sql("UPDATE import_plan SET cleared_at = ? WHERE tenant_id = ? AND import_id = ?")
                .params(utc(now), plan.tenant().value(), plan.id().value())
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
                        UPDATE import_plan SET rows_read = ?, rows_create = ?, rows_update = ?, rows_unchanged = ?, rows_reject = ?,
                            rows_conflict = ?, rows_held = ?, base_revision = ?, expires_at = ? WHERE tenant_id = ? AND import_id = ?""")
                .params(
                        counts.read(),
                        counts.create(),
                        counts.update(),
                        counts.unchanged(),
                        counts.reject(),
                        counts.conflict(),
                        counts.held(),
                        revision,
                        utc(expiresAt),
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

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static ImportPlan plan(ResultSet row, int n) throws SQLException {
        var tenant = new TenantId(row.getString("tenant_id"));
        var actor = new Actor(Actor.Type.valueOf(row.getString("actor_type")), row.getString("actor_id"));
        var roles = Arrays.stream(row.getString("actor_roles").split(","))
                .map(Role::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new ImportPlan(
                new ImportId(row.getString("import_id")),
                row.getString("kind"),
                ImportStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                new Caller(tenant, actor, roles),
                source(row),
                JSON.readValue(row.getString("mapping"), new TypeReference<Map<String, String>>() {}),
                JSON.readValue(row.getString("ignored"), new TypeReference<List<String>>() {}),
                JSON.readValue(row.getString("notes"), new TypeReference<List<String>>() {}),
                counts(row),
                Optional.ofNullable(row.getString("base_revision")),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new),
                Optional.ofNullable(row.getString("decision_id")).map(DecisionId::new),
                Optional.ofNullable(row.getString("failure")),
                Optional.ofNullable(row.getObject("cleared_at", LocalDateTime.class))
                        .map(time -> time.toInstant(ZoneOffset.UTC)),
                instant(row, "created_at"),
                instant(row, "expires_at"));
    }

    private static ImportPlan.Source source(ResultSet row) throws SQLException {
        // CHAR drops trailing blanks, and a tab is none.
        var dialect = new CsvDialect(
                Charset.forName(row.getString("encoding")),
                row.getInt("mark_bytes"),
                row.getString("delimiter_char").charAt(0));
        return new ImportPlan.Source(
                row.getString("file_name"),
                new Sha256(row.getString("source_digest")),
                row.getLong("source_bytes"),
                dialect);
    }

    private static ImportCounts counts(ResultSet row) throws SQLException {
        return new ImportCounts(
                row.getLong("rows_read"),
                row.getLong("rows_create"),
                row.getLong("rows_update"),
                row.getLong("rows_unchanged"),
                row.getLong("rows_reject"),
                row.getLong("rows_conflict"),
                row.getLong("rows_held"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
