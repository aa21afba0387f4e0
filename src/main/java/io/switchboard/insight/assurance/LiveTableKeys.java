package io.switchboard.insight.assurance;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link TableKeys} from the database's own catalogue. */
@Component
class LiveTableKeys implements TableKeys {

    private static final String KEYS = """
            SELECT LOWER(c.table_name) AS table_name, s.index_name,
                   GROUP_CONCAT(s.column_name ORDER BY s.seq_in_index SEPARATOR ', ') AS key_columns
            FROM information_schema.columns c
            JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            LEFT JOIN information_schema.statistics s
                   ON s.table_schema = c.table_schema AND s.table_name = c.table_name AND s.non_unique = 0
            WHERE c.table_schema = DATABASE() AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE'
            GROUP BY c.table_name, s.index_name
            ORDER BY table_name, key_columns
            """;

    private final JdbcClient jdbc;

    LiveTableKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TableKey> all() {
        return jdbc.sql(KEYS)
                .query((row, number) -> new TableKey(
                        row.getString("table_name"),
                        Optional.ofNullable(row.getString("key_columns")).orElse("")))
                .list();
    }
}
