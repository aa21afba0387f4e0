package io.switchboard.operations.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of a plan in file order, by group and by a part of their key; keeps the ticks. */
@Repository
class PlannedRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OF_IMPORT = " FROM import_row WHERE tenant_id = :tenant AND import_id = :import ";

    private final JdbcClient jdbc;

    PlannedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without a filter the position is the row's number, so that the millionth row is found as fast as the first. */
    List<PlannedChange> page(
            ImportPlan plan, ImportTarget target, ChangeKind kind, String search, int offset, int limit) {
        boolean all = kind == ChangeKind.ALL && search.isEmpty();
        var numbers = "SELECT row_no" + OF_IMPORT + (all ? "AND row_no > :offset" : filter(kind, search))
                + " ORDER BY row_no LIMIT :limit" + (all ? "" : " OFFSET :offset");
        return query(
                        "SELECT r.* FROM import_row r JOIN (" + numbers
                                + ") n ON n.row_no = r.row_no WHERE r.tenant_id = :tenant AND r.import_id = :import ORDER BY r.row_no",
                        plan)
                .param("limit", limit)
                .param("offset", offset)
                .param("search", like(search))
                .query((row, n) -> change(row, target, plan))
                .list();
    }

    long count(ImportPlan plan, ChangeKind kind, String search) {
        return query("SELECT COUNT(*)" + OF_IMPORT + filter(kind, search), plan)
                .param("search", like(search))
                .query(Long.class)
                .single();
    }

    /** The next rejected rows after a row's number. */
    List<PlannedChange.Reject> rejectsAfter(ImportPlan plan, int row, int limit) {
        return query(
                        "SELECT *" + OF_IMPORT
                                + "AND outcome = 'reject' AND held = 0 AND row_no > :row ORDER BY row_no LIMIT :limit",
                        plan)
                .param("row", row)
                .param("limit", limit)
                .query((found, n) -> reject(found))
                .list();
    }

    boolean tick(ImportPlan plan, int row, boolean ticked) {
        return query(
                                "UPDATE import_row SET ticked = :ticked WHERE tenant_id = :tenant AND import_id = :import AND row_no = :row AND held = 1",
                                plan)
                        .param("ticked", ticked)
                        .param("row", row)
                        .update()
                == 1;
    }

    List<String> ticked(ImportPlan plan) {
        return query(
                        "SELECT natural_key" + OF_IMPORT + filter(ChangeKind.HELD, "")
                                + " AND ticked = 1 ORDER BY row_no",
                        plan)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }

    long staged(ImportPlan plan) {
        return query("SELECT COALESCE(MAX(row_no), 0)" + OF_IMPORT, plan)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec query(String sql, ImportPlan plan) {
        return jdbc.sql(sql)
                .param("tenant", plan.tenant().value())
                .param("import", plan.id().value());
    }

    private static String filter(ChangeKind kind, String search) {
        var group = switch (kind) {
            case ALL -> "";
            case HELD -> "AND outcome IN ('create', 'update') AND held = 1";
            case CREATE, UPDATE, UNCHANGED, CONFLICT, REJECT -> "AND outcome = '" + kind.wire() + "' AND held = 0";
        };
        return group + (search.isEmpty() ? "" : " AND natural_key COLLATE utf8mb4_general_ci LIKE :search");
    }

    private static String like(String search) {
        return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static PlannedChange change(ResultSet row, ImportTarget target, ImportPlan plan) throws SQLException {
        int number = row.getInt("row_no");
        long line = row.getLong("line_no");
        var key = key(row);
        boolean raises = row.getBoolean("raises");
        boolean held = row.getBoolean("held");
        boolean ticked = row.getBoolean("ticked");
        return switch (row.getString("outcome")) {
            case "create" ->
                new PlannedChange.Create(number, line, key, after(row, target, plan), raises, held, ticked);
            case "update" ->
                new PlannedChange.Update(
                        number, line, key, before(row), after(row, target, plan), raises, held, ticked);
            case "unchanged" -> new PlannedChange.Unchanged(number, line, key);
            case "reject" -> reject(row);
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

    private static PlannedChange.Reject reject(ResultSet row) throws SQLException {
        return new PlannedChange.Reject(row.getInt("row_no"), row.getLong("line_no"), key(row), problems(row));
    }

    private static String key(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("natural_key")).orElse("");
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
}
