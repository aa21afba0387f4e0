package io.switchboard.operations.imports;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows of a plan in file order, by group and by a part of their key; keeps the ticks. */
@Repository
class PlannedRows {

    private static final String OF_IMPORT = " WHERE p.tenant_id = :tenant AND p.import_id = :import ";
    private static final String WITH_TICKS =
            " LEFT JOIN import_held h ON h.tenant_id = p.tenant_id AND h.import_id = p.import_id AND h.row_no = "
                    + StagedSql.NUMBER
                    + OF_IMPORT;

    private final JdbcClient jdbc;

    PlannedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored page: its rows' numbers, and how many of its rows are in the group that is asked for. */
    private record Page(int first, int last, long size) {}

    /** The stored pages that have the rows asked for, and how many of the group come before those in the first. */
    private record Window(int from, int to, long skipped) {

        static Window of(List<Page> pages, long offset, long limit) {
            long before = 0;
            int i = 0;
            while (i < pages.size() - 1 && before + pages.get(i).size() <= offset) {
                before += pages.get(i++).size();
            }
            long until = before;
            int end = i;
            while (end < pages.size() - 1 && until + pages.get(end).size() < offset + limit) {
                until += pages.get(end++).size();
            }
            return pages.isEmpty()
                    ? new Window(0, 0, offset)
                    : new Window(pages.get(i).first(), pages.get(end).first(), offset - before);
        }
    }

    /** Looks only into the pages that have the rows, so that the millionth row is found as fast as the first; a search looks into all. */
    List<PlannedChange> page(
            ImportPlan plan, ImportTarget target, ChangeKind kind, String search, int offset, int limit) {
        var fields = DiffSql.of(target, plan).present();
        var window = search.isEmpty()
                ? Window.of(pages(plan, kind), offset, limit)
                : new Window(0, Integer.MAX_VALUE, offset);
        return rows(plan, target, window, filter(kind, search), limit, Map.of("search", like(search)), fields);
    }

    private static String rows(ImportTarget target) {
        return " FROM " + StagedSql.pages(target.table(), ", content JSON PATH '$'") + WITH_TICKS;
    }

    long count(ImportPlan plan, ImportTarget target, ChangeKind kind, String search) {
        return query("SELECT COUNT(*)" + rows(target) + filter(kind, search), plan)
                .param("search", like(search))
                .query(Long.class)
                .single();
    }

    /** The next rejected rows after a row's number. */
    List<PlannedChange.Reject> rejectsAfter(ImportPlan plan, ImportTarget target, int row, int limit) {
        var pages = pages(plan, ChangeKind.REJECT).stream()
                .filter(page -> page.last() > row && page.size() > 0)
                .toList();
        var window = Window.of(
                pages, 0, limit + (pages.isEmpty() ? 0 : pages.getFirst().size()));
        var filter = filter(ChangeKind.REJECT, "") + " AND " + StagedSql.NUMBER + " > :row";
        return rows(plan, target, window, filter, limit, Map.of("row", row), List.of()).stream()
                .map(PlannedChange.Reject.class::cast)
                .toList();
    }

    boolean tick(ImportPlan plan, int row, boolean ticked) {
        return query(
                                "UPDATE import_held SET ticked = :ticked WHERE tenant_id = :tenant AND import_id = :import AND row_no = :row AND released = 0",
                                plan)
                        .param("ticked", ticked)
                        .param("row", row)
                        .update()
                == 1;
    }

    List<String> ticked(ImportPlan plan) {
        return query(
                        "SELECT natural_key FROM import_held WHERE tenant_id = :tenant AND import_id = :import AND released = 0 AND ticked = 1 ORDER BY row_no",
                        plan)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }

    long staged(ImportPlan plan) {
        return query("SELECT COALESCE(MAX(p.last_row), 0) FROM import_page p" + OF_IMPORT, plan)
                .query(Long.class)
                .single();
    }

    private List<PlannedChange> rows(
            ImportPlan plan,
            ImportTarget target,
            Window window,
            String filter,
            int limit,
            Map<String, ?> parameters,
            List<String> fields) {
        return query(
                        "SELECT " + StagedSql.NUMBER
                                + " AS row_no, s.content, COALESCE(h.released = 0, 0) AS held, COALESCE(h.ticked, 0) AS ticked"
                                + rows(target)
                                + "AND p.first_row BETWEEN :from AND :to " + filter
                                + " ORDER BY p.first_row, s.position LIMIT :limit OFFSET :skipped",
                        plan)
                .param("from", window.from())
                .param("to", window.to())
                .param("limit", limit)
                .param("skipped", window.skipped())
                .params(parameters)
                .query((row, n) -> RowJson.read(
                        row.getInt("row_no"),
                        String.valueOf(row.getString("content")),
                        fields,
                        row.getBoolean("held"),
                        row.getBoolean("ticked")))
                .list();
    }

    private List<Page> pages(ImportPlan plan, ChangeKind kind) {
        return query(
                        "SELECT p.first_row, p.last_row, " + size(kind) + " FROM import_page p" + OF_IMPORT
                                + "ORDER BY p.first_row",
                        plan)
                .query((row, n) -> new Page(row.getInt(1), row.getInt(2), row.getLong(3)))
                .list();
    }

    private static String size(ChangeKind kind) {
        return switch (kind) {
            case ALL -> "p.last_row - p.first_row + 1";
            case CREATE -> "p.creates - " + held(" AND h.outcome = 'create'");
            case UPDATE -> "p.updates - " + held(" AND h.outcome = 'update'");
            case REMOVE -> "p.removes";
            case UNCHANGED -> "p.unchanged";
            case CONFLICT -> "p.conflicts";
            case REJECT -> "p.rejects";
            case HELD -> held("");
        };
    }

    private static String held(String outcome) {
        return "(SELECT COUNT(*) FROM import_held h WHERE h.tenant_id = p.tenant_id AND h.import_id = p.import_id"
                + " AND h.row_no BETWEEN p.first_row AND p.last_row AND h.released = 0" + outcome + ")";
    }

    private JdbcClient.StatementSpec query(String sql, ImportPlan plan) {
        return jdbc.sql(sql)
                .param("tenant", plan.tenant().value())
                .param("import", plan.id().value());
    }

    private static String filter(ChangeKind kind, String search) {
        var group = switch (kind) {
            case ALL -> "";
            case HELD -> "AND h.released = 0";
            case CREATE, UPDATE, REMOVE, UNCHANGED, CONFLICT, REJECT ->
                "AND s.outcome = '" + kind.letter() + "' AND COALESCE(h.released, 1) = 1";
        };
        return group + (search.isEmpty() ? "" : " AND s.natural_key COLLATE utf8mb4_general_ci LIKE :search");
    }

    private static String like(String search) {
        return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
