package io.switchboard.architecture.planted.house.platform.lamps;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Streams rows in two ways, and reads them in the allowed one. */
final class Rows {

    private Rows() {}

    static Stream<Integer> first(JdbcClient jdbc) {
        return jdbc.sql("SELECT 1").query((row, number) -> row.getInt(1)).stream();
    }

    static Stream<Integer> second(JdbcTemplate jdbc) {
        return jdbc.queryForStream("SELECT 1", (row, number) -> row.getInt(1));
    }

    static List<Integer> allowed(JdbcClient jdbc) {
        return jdbc.sql("SELECT 1").query((row, number) -> row.getInt(1)).list();
    }
}
