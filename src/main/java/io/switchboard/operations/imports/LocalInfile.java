package io.switchboard.operations.imports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Statement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as a local infile, which is faster and which many servers forbid. It needs {@code local_infile=ON} on the server and
 * {@code allowLocalInfile=true} in the connection's address. No file is involved: the connector reads the rows from memory.
 */
final class LocalInfile implements RowWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOAD = """
            LOAD DATA LOCAL INFILE 'rows' INTO TABLE import_row CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\'
            LINES TERMINATED BY '\\n' (tenant_id, import_id, row_no, line_no, natural_key, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, outcome, target_id, problems)""";

    private final JdbcTemplate jdbc;

    LocalInfile(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(ImportPlan plan, List<Staged> rows) {
        var bytes = lines(plan, rows).getBytes(StandardCharsets.UTF_8);
        jdbc.execute((StatementCallback<Integer>) statement -> {
            statement.unwrap(Statement.class).setLocalInfileInputStream(new ByteArrayInputStream(bytes));
            return statement.executeUpdate(LOAD);
        });
    }

    static String lines(ImportPlan plan, List<Staged> rows) {
        var out = new StringBuilder(rows.size() * 200);
        rows.forEach(row -> line(out, plan, row));
        return out.toString();
    }

    private static void line(StringBuilder out, ImportPlan plan, Staged row) {
        field(out, plan.tenant().value());
        field(out, plan.id().value());
        field(out, String.valueOf(row.number()));
        field(out, String.valueOf(row.line()));
        field(out, row.key());
        for (int i = 0; i < FIELDS; i++) {
            field(out, row.value(i));
        }
        field(out, row.isValid() ? "unchanged" : "reject");
        field(out, row.newId());
        field(out, row.isValid() ? null : JSON.writeValueAsString(row.problems()));
        out.setCharAt(out.length() - 1, '\n');
    }

    private static void field(StringBuilder out, @Nullable String value) {
        if (value == null) {
            out.append("\\N");
        } else {
            value.chars().forEach(c -> escaped(out, (char) c));
        }
        out.append('\t');
    }

    private static void escaped(StringBuilder out, char c) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\0' -> out.append("\\0");
            default -> out.append(c);
        }
    }
}
