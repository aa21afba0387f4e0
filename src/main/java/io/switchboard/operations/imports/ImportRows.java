package io.switchboard.operations.imports;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Staged rows. They are written in bulk; what becomes of them is decided in SQL. */
@Repository
class ImportRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIELDS = 10;
    private static final int BATCH = 500;
    private static final String INSERT = """
            INSERT INTO import_row (tenant_id, import_id, row_no, line_no, natural_key, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, outcome, target_id, problems)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    ImportRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A row ready for staging; {@code values} in the order of the target's fields. */
    record Staged(
            int number,
            long line,
            @Nullable String key,
            List<Optional<String>> values,
            @Nullable String newId,
            List<RowProblem> problems) {}

    void clear(ImportPlan plan) {
        jdbc.update("DELETE FROM import_row WHERE tenant_id = ? AND import_id = ?", ids(plan));
    }

    void insert(ImportPlan plan, List<Staged> rows) {
        jdbc.batchUpdate(INSERT, rows, 1000, (statement, row) -> bind(statement, plan, row));
    }

    private static void bind(PreparedStatement statement, ImportPlan plan, Staged row) throws SQLException {
        statement.setString(1, plan.tenant().value());
        statement.setString(2, plan.id().value());
        statement.setInt(3, row.number());
        statement.setLong(4, row.line());
        string(statement, 5, row.key());
        for (int i = 0; i < FIELDS; i++) {
            string(
                    statement,
                    6 + i,
                    i < row.values().size() ? row.values().get(i).orElse(null) : null);
        }
        boolean valid = row.problems().isEmpty();
        statement.setString(16, valid ? "unchanged" : "reject");
        string(statement, 17, row.newId());
        string(statement, 18, valid ? null : JSON.writeValueAsString(row.problems()));
    }

    private static void string(PreparedStatement statement, int index, @Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setString(index, value);
        }
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
