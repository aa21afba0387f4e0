package io.switchboard.operations.imports;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Staged rows as sets. */
@Repository
class ImportRows {

    private static final int BATCH = 500;
    private static final int CLEARED_AT_ONCE = 20;
    private static final int DANGLING_NAMED = 100;

    private final JdbcTemplate jdbc;

    ImportRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void clear(ImportPlan plan) {
        var pages = "DELETE FROM import_page WHERE tenant_id = ? AND import_id = ? LIMIT " + CLEARED_AT_ONCE;
        int deleted;
        do {
            deleted = jdbc.update(pages, ids(plan));
        } while (deleted == CLEARED_AT_ONCE);
        jdbc.update("DELETE FROM import_held WHERE tenant_id = ? AND import_id = ?", ids(plan));
        jdbc.update("DELETE FROM import_duplicate WHERE tenant_id = ? AND import_id = ?", ids(plan));
    }

    ImportCounts counts(ImportPlan plan) {
        var held = heldCounts(plan);
        long creates = held.getOrDefault(ChangeKind.CREATE.wire(), 0L);
        long updates = held.getOrDefault(ChangeKind.UPDATE.wire(), 0L);
        return jdbc.query(
                        """
                        SELECT COALESCE(SUM(last_row - first_row + 1), 0), COALESCE(SUM(creates), 0), COALESCE(SUM(updates), 0),
                            COALESCE(SUM(removes), 0), COALESCE(SUM(unchanged), 0), COALESCE(SUM(rejects), 0), COALESCE(SUM(conflicts), 0)
                        FROM import_page WHERE tenant_id = ? AND import_id = ?""",
                        (row, n) -> new ImportCounts(
                                row.getLong(1),
                                row.getLong(2) - creates,
                                row.getLong(3) - updates,
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                creates + updates),
                        ids(plan))
                .getFirst();
    }

    Reasons reasons(ImportPlan plan) {
        return jdbc
                .queryForList(
                        "SELECT reasons FROM import_page WHERE tenant_id = ? AND import_id = ? AND reasons <> ''",
                        String.class,
                        ids(plan))
                .stream()
                .map(text -> Reasons.parse(String.valueOf(text)))
                .reduce(Reasons.NONE, Reasons::and);
    }

    private Map<String, Long> heldCounts(ImportPlan plan) {
        var counts = new HashMap<String, Long>();
        jdbc.query(
                "SELECT outcome, COUNT(*) FROM import_held WHERE tenant_id = ? AND import_id = ? AND released = 0 GROUP BY outcome",
                row -> {
                    counts.put(row.getString(1), row.getLong(2));
                },
                ids(plan));
        return counts;
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
                "SELECT natural_key, outcome FROM import_held WHERE tenant_id = ? AND import_id = ? AND released = 0 AND natural_key IN ("
                        + String.join(", ", Collections.nCopies(keys.size(), "?")) + ")",
                row -> {
                    found.put(row.getString(1), row.getString(2));
                },
                Stream.concat(Stream.of(ids(plan)), keys.stream()).toArray());
        return found;
    }

    void release(ImportPlan plan, Collection<String> keys) {
        jdbc.batchUpdate(
                "UPDATE import_held SET released = 1 WHERE tenant_id = ? AND import_id = ? AND natural_key = ? AND released = 0",
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

    long create(ImportPlan plan, DiffSql sql, LocalDateTime now) {
        return jdbc.update(
                sql.insert(), now, now, plan.tenant().value(), plan.id().value());
    }

    long update(ImportPlan plan, DiffSql sql, LocalDateTime now) {
        return jdbc
                .queryForList(
                        "SELECT first_row FROM import_page WHERE tenant_id = ? AND import_id = ? AND updates > 0 ORDER BY first_row",
                        Integer.class,
                        ids(plan))
                .stream()
                .mapToLong(page -> jdbc.update(
                        sql.update(), now, plan.tenant().value(), plan.id().value(), page))
                .sum();
    }

    long remove(ImportPlan plan, DiffSql sql) {
        return jdbc.update(sql.delete(), ids(plan));
    }

    /** Returns when no other commit of the kind in the tenant is under way; others then wait for the end of this transaction. */
    void takeTurn(ImportPlan plan) {
        jdbc.update(
                "INSERT INTO import_turn (tenant_id, kind) VALUES (?, ?) ON DUPLICATE KEY UPDATE kind = VALUES(kind)",
                plan.tenant().value(),
                plan.kind());
    }

    /** Keys of the tenant's rows that refer to a row which is not there (any more), some of them; none for a kind whose rows refer to nothing. What it read stays so until the transaction ends. */
    List<String> danglingAfter(ImportPlan plan, DiffSql sql) {
        var tenant = plan.tenant().value();
        return sql.dangling().stream()
                .flatMap(statement ->
                        jdbc.queryForList(statement, String.class, tenant, tenant, tenant, DANGLING_NAMED).stream())
                .distinct()
                .toList();
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
