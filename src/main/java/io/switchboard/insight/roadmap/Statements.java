package io.switchboard.insight.roadmap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The database's own statistics of statements ({@code performance_schema.events_statements_summary_by_digest}). */
@Repository
class Statements {

    static final String OFF =
            "The database keeps no statistics of statements. Start it with performance_schema=ON and the consumer statements_digest.";
    static final String CLOSED =
            "The portal's database user may not read performance_schema. Grant it SELECT on performance_schema.*.";

    private static final long PICOS_PER_MICRO = 1_000_000;
    private static final int LEAST_CALLS = 5;
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why nothing can be read; empty where it can. */
    Optional<String> away() {
        try {
            boolean on =
                    jdbc.sql("SELECT @@performance_schema").query(Boolean.class).single();
            if (on) {
                read(1);
            }
            return on ? Optional.empty() : Optional.of(OFF);
        } catch (DataAccessException e) {
            return Optional.of(CLOSED);
        }
    }

    /** The slowest on average first. */
    List<Finding> slowest(int most) {
        return away().isPresent() ? List.of() : read(most);
    }

    private List<Finding> read(int most) {
        return jdbc.sql("""
                        SELECT DIGEST, DIGEST_TEXT, COUNT_STAR, SUM_TIMER_WAIT, AVG_TIMER_WAIT, MAX_TIMER_WAIT, SUM_ROWS_EXAMINED
                          FROM performance_schema.events_statements_summary_by_digest
                         WHERE SCHEMA_NAME = DATABASE() AND DIGEST IS NOT NULL AND COUNT_STAR >= ?
                         ORDER BY AVG_TIMER_WAIT DESC LIMIT ?""")
                .params(LEAST_CALLS, most)
                .query((row, _) -> finding(row))
                .list();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("calls", row.getLong("COUNT_STAR"));
        numbers.put("meanMicros", row.getLong("AVG_TIMER_WAIT") / PICOS_PER_MICRO);
        numbers.put("slowestMicros", row.getLong("MAX_TIMER_WAIT") / PICOS_PER_MICRO);
        numbers.put("totalMicros", row.getLong("SUM_TIMER_WAIT") / PICOS_PER_MICRO);
        numbers.put("rowsExamined", row.getLong("SUM_ROWS_EXAMINED"));
        return new Finding(FindingKind.QUERY, row.getString("DIGEST"), cut(row.getString("DIGEST_TEXT")), numbers);
    }

    private static String cut(String text) {
        var line = text.replace("`", "").replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
