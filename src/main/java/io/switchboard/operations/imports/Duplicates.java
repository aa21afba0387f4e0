package io.switchboard.operations.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Rejects every row whose key another row of the file has, too. One page is in memory at a time. */
@Repository
class Duplicates {

    private static final String OF_IMPORT = " WHERE p.tenant_id = ? AND p.import_id = ? ";

    private final JdbcTemplate jdbc;

    Duplicates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private static String repeated(TargetTable table) {
        return " FROM " + StagedSql.pages(table, "")
                + " JOIN import_duplicate d ON d.tenant_id = p.tenant_id AND d.import_id = p.import_id AND d.natural_key = s.natural_key"
                + OF_IMPORT;
    }

    /** {@code rejected} is told each key. */
    void reject(ImportPlan plan, ImportTarget target, Consumer<String> rejected) {
        var ids = new Object[] {plan.tenant().value(), plan.id().value()};
        clear(plan);
        if ((target.keyIgnoresCase() ? findIgnoringCase(ids, target.table()) : find(ids, target.table())) > 0) {
            jdbc.queryForList("SELECT DISTINCT p.first_row" + repeated(target.table()), Integer.class, ids)
                    .forEach(first -> {
                        var problems = problems(plan, target, first);
                        problems.keySet().forEach(rejected);
                        rewrite(plan, first, problems);
                    });
            jdbc.update("""
                    DELETE h FROM import_held h JOIN import_duplicate d ON d.tenant_id = h.tenant_id AND d.import_id = h.import_id
                      AND d.natural_key = h.natural_key WHERE h.tenant_id = ? AND h.import_id = ?""", ids);
            clear(plan);
        }
    }

    private int find(Object[] ids, TargetTable table) {
        return jdbc.update(
                "INSERT INTO import_duplicate (tenant_id, import_id, natural_key, line_list) SELECT p.tenant_id, p.import_id, s.natural_key,"
                        + " LEFT(GROUP_CONCAT(s.place ORDER BY p.first_row, s.position SEPARATOR ', '), 200) FROM "
                        + StagedSql.pages(
                                table, ", place VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[0]'")
                        + OF_IMPORT
                        + "AND s.natural_key IS NOT NULL GROUP BY p.tenant_id, p.import_id, s.natural_key HAVING COUNT(*) > 1",
                ids);
    }

    /** Every spelling of a key that the file has more than once in whatever case, each with the places of them all. */
    private int findIgnoringCase(Object[] ids, TargetTable table) {
        return jdbc.update(
                "INSERT INTO import_duplicate (tenant_id, import_id, natural_key, line_list)"
                        + " SELECT k.tenant_id, k.import_id, k.natural_key, g.places FROM"
                        + " (SELECT DISTINCT p.tenant_id, p.import_id, s.natural_key FROM "
                        + StagedSql.pages(table, "")
                        + OF_IMPORT
                        + "AND s.natural_key IS NOT NULL) k JOIN (SELECT LOWER(s.natural_key) AS folded,"
                        + " LEFT(GROUP_CONCAT(s.place ORDER BY p.first_row, s.position SEPARATOR ', '), 200) AS places FROM "
                        + StagedSql.pages(
                                table, ", place VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[0]'")
                        + OF_IMPORT
                        + "AND s.natural_key IS NOT NULL GROUP BY LOWER(s.natural_key) HAVING COUNT(*) > 1) g"
                        + " ON g.folded = LOWER(k.natural_key)",
                ids[0],
                ids[1],
                ids[0],
                ids[1]);
    }

    private Map<String, RowProblem> problems(ImportPlan plan, ImportTarget target, int first) {
        var problems = new HashMap<String, RowProblem>();
        var keyColumn = target.columns().getFirst().name();
        jdbc.query(
                "SELECT d.natural_key, d.line_list" + repeated(target.table()) + "AND p.first_row = ?",
                row -> {
                    problems.put(row.getString(1), problem(plan, keyColumn, String.valueOf(row.getString(2))));
                },
                plan.tenant().value(),
                plan.id().value(),
                first);
        return problems;
    }

    private static RowProblem problem(ImportPlan plan, String keyColumn, String places) {
        return plan.source().isDocument()
                ? new RowProblem(keyColumn, "E-105", "The same key is at " + places, "Keep one of these entries")
                : new RowProblem(keyColumn, "E-105", "The same key is on lines " + places, "Keep one of these lines");
    }

    /** Rejects rows of a stored page after all. */
    void rewrite(ImportPlan plan, int first, Map<String, RowProblem> problems) {
        var content = jdbc.queryForObject(
                "SELECT p.content FROM import_page p" + OF_IMPORT + "AND p.first_row = ?",
                String.class,
                plan.tenant().value(),
                plan.id().value(),
                first);
        var page = RowJson.reject(String.valueOf(content), problems);
        jdbc.update(
                """
                UPDATE import_page SET creates = ?, updates = ?, removes = ?, unchanged = ?, conflicts = ?, rejects = ?, reasons = ?, content = ?
                WHERE tenant_id = ? AND import_id = ? AND first_row = ?""",
                page.tally().creates(),
                page.tally().updates(),
                page.tally().removes(),
                page.tally().unchanged(),
                page.tally().conflicts(),
                page.tally().rejects(),
                page.tally().reasons().toString(),
                page.content(),
                plan.tenant().value(),
                plan.id().value(),
                first);
    }

    void clear(ImportPlan plan) {
        jdbc.update(
                "DELETE FROM import_duplicate WHERE tenant_id = ? AND import_id = ?",
                plan.tenant().value(),
                plan.id().value());
    }
}
