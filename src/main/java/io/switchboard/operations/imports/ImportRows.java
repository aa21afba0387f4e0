package io.switchboard.operations.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Staged rows. They are written in bulk; what becomes of them is decided in SQL. */
@Repository
class ImportRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIELDS = 10;
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
        var found = new LinkedHashMap<String, String>();
        for (var key : keys) {
            jdbc.query(
                    "SELECT outcome FROM import_row WHERE tenant_id = ? AND import_id = ? AND natural_key = ? AND held = 1",
                    row -> {
                        found.put(key, row.getString(1));
                    },
                    plan.tenant().value(),
                    plan.id().value(),
                    key);
        }
        return found;
    }

    void release(ImportPlan plan, Collection<String> keys) {
        jdbc.batchUpdate(
                "UPDATE import_row SET held = 0 WHERE tenant_id = ? AND import_id = ? AND natural_key = ? AND held = 1",
                keys,
                500,
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

    /** Rows in file order; {@code outcome} is a filter of one outcome (or {@code held}), {@code search} a part of the key; empty means all. */
    List<PlannedChange> page(
            ImportPlan plan, ImportTarget target, String outcome, String search, int offset, int limit) {
        return jdbc.query(
                "SELECT * FROM import_row " + FILTER + " ORDER BY row_no LIMIT ? OFFSET ?",
                (row, n) -> change(row, target, plan),
                plan.tenant().value(),
                plan.id().value(),
                outcome,
                outcome,
                outcome,
                like(search),
                limit,
                offset);
    }

    long count(ImportPlan plan, String outcome, String search) {
        return jdbc.query(
                        "SELECT COUNT(*) FROM import_row " + FILTER,
                        (row, n) -> row.getLong(1),
                        plan.tenant().value(),
                        plan.id().value(),
                        outcome,
                        outcome,
                        outcome,
                        like(search))
                .getFirst();
    }

    private static final String FILTER = """
             WHERE tenant_id = ? AND import_id = ? AND (? = '' OR outcome = ? OR (? = 'held' AND held = 1))
             AND COALESCE(natural_key, '') LIKE ?""";

    private static String like(String search) {
        return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static PlannedChange change(ResultSet row, ImportTarget target, ImportPlan plan) throws SQLException {
        int number = row.getInt("row_no");
        long line = row.getLong("line_no");
        var key = Optional.ofNullable(row.getString("natural_key")).orElse("");
        boolean raises = row.getBoolean("raises");
        boolean held = row.getBoolean("held");
        return switch (row.getString("outcome")) {
            case "create" -> new PlannedChange.Create(number, line, key, after(row, target, plan), raises, held);
            case "update" ->
                new PlannedChange.Update(number, line, key, before(row), after(row, target, plan), raises, held);
            case "unchanged" -> new PlannedChange.Unchanged(number, line, key);
            case "reject" -> new PlannedChange.Reject(number, line, key, problems(row));
            case "conflict" ->
                new PlannedChange.Conflict(
                        number,
                        line,
                        key,
                        before(row),
                        after(row, target, plan),
                        problems(row).getFirst().message());
            default -> throw new IllegalStateException("unknown outcome " + row.getString("outcome"));
        };
    }

    private static Map<String, String> before(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        JSON.readValue(row.getString("before_values"), new TypeReference<Map<String, @Nullable Object>>() {})
                .forEach((field, value) -> values.put(field, value == null ? "" : value.toString()));
        return values;
    }

    private static Map<String, String> after(ResultSet row, ImportTarget target, ImportPlan plan) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        var fields = target.table().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (plan.mapping().containsKey(fields.get(i))) {
                values.put(
                        fields.get(i),
                        Optional.ofNullable(row.getString("c" + (i + 1))).orElse(""));
            }
        }
        return values;
    }

    private static List<RowProblem> problems(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("problems"), new TypeReference<List<RowProblem>>() {});
    }

    private static Object[] ids(ImportPlan plan) {
        return new Object[] {plan.tenant().value(), plan.id().value()};
    }
}
