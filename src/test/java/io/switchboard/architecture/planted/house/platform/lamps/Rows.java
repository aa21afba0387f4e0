package io.switchboard.architecture.planted.house.platform.lamps;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Streams rows in two ways, and reads them in the allowed one. */
final class Rows {

    private Rows() {}

    static Stream<String> first(JdbcClient jdbc) {
        return jdbc.sql("SELECT 1").query(String.class).stream();
    }

    static Stream<String> second(JdbcTemplate jdbc) {
        return jdbc.queryForStream("SELECT 1", (row, number) -> row.getString(1));
    }

    static List<String> allowed(JdbcClient jdbc) {
        return jdbc.sql("SELECT 1").query(String.class).list();
    }
}
