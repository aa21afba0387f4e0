package io.switchboard.operations.imports;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a committed import did, a stored page at a time. Rows that were held back and not ticked are not among it. */
@Repository
class DoneChanges {

    private static final String CHANGED = " WHERE p.tenant_id = ? AND p.import_id = ? ";

    private final JdbcClient jdbc;

    DoneChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pages that changed something, by their first rows. */
    List<Integer> pages(ImportPlan committed) {
        return jdbc.sql("SELECT p.first_row FROM import_page p" + CHANGED
                        + "AND p.creates + p.updates + p.removes > 0 ORDER BY p.first_row")
                .params(committed.tenant().value(), committed.id().value())
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** {@code fields} are those that the file had, in the target's order. */
    List<DoneChange> page(ImportPlan committed, TargetTable table, int first, List<String> fields) {
        return jdbc.sql(
                        "SELECT s.content FROM " + StagedSql.pages(table, ", content JSON PATH '$'")
                                + " LEFT JOIN import_held h ON h.tenant_id = p.tenant_id AND h.import_id = p.import_id AND h.row_no = "
                                + StagedSql.NUMBER + CHANGED
                                + "AND p.first_row = ? AND s.outcome IN ('c', 'u', 'd') AND COALESCE(h.released, 1) = 1 ORDER BY s.position")
                .params(committed.tenant().value(), committed.id().value(), first)
                .query((row, n) -> RowJson.done(String.valueOf(row.getString(1)), fields))
                .list();
    }
}
