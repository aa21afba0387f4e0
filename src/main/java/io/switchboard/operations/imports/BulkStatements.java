package io.switchboard.operations.imports;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Rows as batches of one prepared statement, which the connector sends in bulk. Every server takes it. */
final class BulkStatements implements RowWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 1000;
    private static final String INSERT = """
            INSERT INTO import_row (tenant_id, import_id, row_no, line_no, natural_key, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, outcome, target_id, problems)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    BulkStatements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(ImportPlan plan, List<Staged> rows) {
        jdbc.batchUpdate(INSERT, rows, BATCH, (statement, row) -> bind(statement, plan, row));
    }

    private static void bind(PreparedStatement statement, ImportPlan plan, Staged row) throws SQLException {
        statement.setString(1, plan.tenant().value());
        statement.setString(2, plan.id().value());
        statement.setInt(3, row.number());
        statement.setLong(4, row.line());
        string(statement, 5, row.key());
        for (int i = 0; i < FIELDS; i++) {
            string(statement, 6 + i, row.value(i));
        }
        statement.setString(16, row.isValid() ? "unchanged" : "reject");
        string(statement, 17, row.newId());
        string(statement, 18, row.isValid() ? null : JSON.writeValueAsString(row.problems()));
    }

    private static void string(PreparedStatement statement, int index, @Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setString(index, value);
        }
    }
}
