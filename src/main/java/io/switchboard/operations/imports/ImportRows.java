package io.switchboard.operations.imports;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Staged rows: what becomes of them is decided in SQL. */
@Repository
class ImportRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 500;
    private static final int CLEARED_AT_ONCE = 20_000;

    private final JdbcTemplate jdbc;

    ImportRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void clear(ImportPlan plan) {
        var chunk = "DELETE FROM import_row WHERE tenant_id = ? AND import_id = ? LIMIT " + CLEARED_AT_ONCE;
        int deleted;
        do {
            deleted = jdbc.update(chunk, ids(plan));
        } while (deleted == CLEARED_AT_ONCE);
    }

    void diff(ImportPlan plan, ImportTarget target, DiffSql sql) {
        var tenant = plan.tenant().value();
        var id = plan.id().value();
        jdbc.update(sql.rejectDuplicates(target.columns().getFirst().name()), tenant, id, tenant, id);
        jdbc.update(sql.classify(), guardText(target), tenant, id);
    }

    private static String guardText(ImportTarget target) {
        var key = target.columns().getFirst().name();
        return target.table()
                .guard()
                .map(guard -> JSON.writeValueAsString(
                        List.of(new RowProblem(key, guard.code(), guard.reason(), "Change it where it is managed"))))
                .orElse("[]");
    }

    ImportCounts counts(ImportPlan plan) {
        return jdbc.query(
                        """
                        SELECT COUNT(*), COALESCE(SUM(outcome = 'create' AND held = 0), 0), COALESCE(SUM(outcome = 'update' AND held = 0), 0),
                            COALESCE(SUM(outcome = 'unchanged'), 0), COALESCE(SUM(outcome = 'reject'), 0),
                            COALESCE(SUM(outcome = 'conflict'), 0), COALESCE(SUM(held), 0)
                        FROM import_row WHERE tenant_id = ? AND import_id = ?""",
                        (row, n) -> new ImportCounts(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)),
                        ids(plan))
                .getFirst();
    }

    /** Which of these keys are held rows, as {@code create} or {@code update}. */
    Map<String, String> held(ImportPlan plan, Collection<String> keys) {
        var found = new HashMap<String, String>();
        var all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += BATCH) {
            found.putAll(heldOf(plan, all.subList(i, Math.min(i + BATCH, all.size()))));
        }
        return found;
    }

    private Map<String, String> heldOf(ImportPlan plan, List<String> keys) {
        var found = new HashMap<String, String>();
        jdbc.query(
                "SELECT natural_key, outcome FROM import_row WHERE tenant_id = ? AND import_id = ? AND held = 1 AND natural_key IN ("
                        + String.join(", ", Collections.nCopies(keys.size(), "?")) + ")",
                row -> {
                    found.put(row.getString(1), row.getString(2));
                },
                Stream.concat(Stream.of(ids(plan)), keys.stream()).toArray());
        return found;
    }

    void release(ImportPlan plan, Collection<String> keys) {
        jdbc.batchUpdate(
                "UPDATE import_row SET held = 0 WHERE tenant_id = ? AND import_id = ? AND natural_key = ? AND held = 1",
                keys,
                BATCH,
                (statement, key) -> {
                    statement.setString(1, plan.tenant().value());
                    statement.setString(2, plan.id().value());
                    statement.setString(3, key);
                });
    }

    List<String> stale(ImportPlan plan, DiffSql sql) {
        return jdbc.query(sql.stale(), (row, n) -> String.valueOf(row.getString(1)), ids(plan));
    }

    long apply(String statement, Object... parameters) {
        return jdbc.update(statement, parameters);
    }

    String revision(ImportPlan plan, DiffSql sql) {
        return String.valueOf(
                jdbc.queryForObject(sql.revision(), String.class, plan.tenant().value()));
    }

    long members(ImportPlan plan, DiffSql sql) {
        return jdbc.query(
                        sql.members(), (row, n) -> row.getLong(1), plan.tenant().value())
                .getFirst();
    }

    private static Object[] ids(ImportPlan plan) {
        return new Object[] {plan.tenant().value(), plan.id().value()};
    }
}
