package io.switchboard.operations.runbooks;

import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.imports.ImportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A tenant's runbooks by title, and every version of each. */
@Repository
class Runbooks {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    Runbooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Runbook> find(TenantId tenant, RunbookId id) {
        return jdbc.sql("SELECT * FROM runbook WHERE tenant_id = ? AND runbook_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<Runbook> findByKey(TenantId tenant, String key) {
        return jdbc.sql("SELECT * FROM runbook WHERE tenant_id = ? AND runbook_key = ?")
                .params(tenant.value(), key)
                .query((row, _) -> read(row))
                .optional();
    }

    RunbookPage list(TenantId tenant, RunbookFilter filter, Optional<RunbookId> last, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var params = params(tenant, filter);
        long total = jdbc.sql("SELECT COUNT(*) FROM runbook " + where(filter))
                .params(params)
                .query(Long.class)
                .single();
        last.ifPresent(id -> params.put("last", id.value()));
        params.put("limit", most + 1);
        var found = jdbc.sql(
                        "SELECT tenant_id, runbook_id, runbook_key, title, dialect, steps, version, updated_at FROM runbook "
                                + where(filter) + after(last) + " ORDER BY title, runbook_id LIMIT :limit")
                .params(params)
                .query((row, _) -> read(row))
                .list();
        var items = found.subList(0, Math.min(most, found.size()));
        return new RunbookPage(items, next(found, items), total);
    }

    private static Optional<RunbookId> next(List<Runbook> found, List<Runbook> items) {
        return found.size() > items.size() ? Optional.of(items.getLast().id()) : Optional.empty();
    }

    private static String where(RunbookFilter filter) {
        return "WHERE tenant_id = :tenant"
                + (filter.dialect().isPresent() ? " AND dialect = :dialect" : "")
                + (filter.text().isPresent() ? " AND (runbook_key LIKE :text OR title LIKE :text)" : "");
    }

    private static String after(Optional<RunbookId> last) {
        return last.isEmpty() ? "" : " " + """
                 AND (title, runbook_id) > (SELECT title, runbook_id FROM runbook WHERE tenant_id = :tenant AND runbook_id = :last)""";
    }

    private static Map<String, Object> params(TenantId tenant, RunbookFilter filter) {
        Map<String, Object> params = new HashMap<>(Map.of("tenant", tenant.value()));
        filter.dialect().ifPresent(dialect -> params.put("dialect", dialect));
        filter.text().ifPresent(text -> params.put("text", "%" + literal(text) + "%"));
        return params;
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Newest first. */
    List<RunbookVersion> versions(TenantId tenant, RunbookId id) {
        return jdbc.sql("SELECT * FROM runbook_version WHERE tenant_id = ? AND runbook_id = ? ORDER BY version DESC")
                .params(tenant.value(), id.value())
                .query((row, _) -> version(row))
                .list();
    }

    /** A version for each runbook that has none of its present number, in one statement. */
    void keepVersions(TenantId tenant, ImportId broughtBy) {
        jdbc.sql("""
                INSERT INTO runbook_version (tenant_id, runbook_id, version, title, definition, digest, import_id, created_at)
                SELECT r.tenant_id, r.runbook_id, r.version, r.title, r.definition, SHA2(r.definition, 256), ?, r.updated_at FROM runbook r
                LEFT JOIN runbook_version v ON v.tenant_id = r.tenant_id AND v.runbook_id = r.runbook_id AND v.version = r.version
                WHERE r.tenant_id = ? AND v.version IS NULL""").params(broughtBy.value(), tenant.value()).update();
    }

    private static Runbook read(ResultSet row) throws SQLException {
        return new Runbook(
                new TenantId(row.getString("tenant_id")),
                new RunbookId(row.getString("runbook_id")),
                row.getString("runbook_key"),
                row.getString("title"),
                row.getString("dialect"),
                row.getInt("steps"),
                row.getInt("version"),
                Utc.instant(row.getObject("updated_at", LocalDateTime.class)));
    }

    private static RunbookVersion version(ResultSet row) throws SQLException {
        return new RunbookVersion(
                row.getInt("version"),
                row.getString("title"),
                row.getString("definition"),
                new Sha256(row.getString("digest")),
                new ImportId(row.getString("import_id")),
                Utc.instant(row.getObject("created_at", LocalDateTime.class)));
    }
}
