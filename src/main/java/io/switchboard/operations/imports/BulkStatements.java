package io.switchboard.operations.imports;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pages as a batch of one prepared statement, which the connector sends in bulk. Every server takes it. */
final class BulkStatements implements RowWriter {

    private static final String INSERT = """
            INSERT INTO import_page (tenant_id, import_id, first_row, last_row, creates, updates, removes, unchanged, conflicts, rejects, reasons, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    BulkStatements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(ImportPlan plan, List<RowPage> pages) {
        jdbc.batchUpdate(INSERT, pages, pages.size(), (statement, page) -> {
            statement.setString(1, plan.tenant().value());
            statement.setString(2, plan.id().value());
            statement.setInt(3, page.first());
            statement.setInt(4, page.last());
            statement.setInt(5, page.tally().creates());
            statement.setInt(6, page.tally().updates());
            statement.setInt(7, page.tally().removes());
            statement.setInt(8, page.tally().unchanged());
            statement.setInt(9, page.tally().conflicts());
            statement.setInt(10, page.tally().rejects());
            statement.setString(11, page.tally().reasons().toString());
            statement.setString(12, page.content());
        });
    }
}
