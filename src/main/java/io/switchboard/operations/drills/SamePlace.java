package io.switchboard.operations.drills;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Whether the drill server holds the live database: then its loss would take the restored copy along. Known by the row of the running drill, which is visible there on the same server, on a replica and on
 * another node of the cluster, and by what the server says of itself.
 */
final class SamePlace {

    private static final String PLACE = "SELECT CONCAT_WS(' ', @@hostname, @@port, @@datadir, @@socket)";

    private SamePlace() {}

    static boolean is(Connection live, Connection target, DrillId running) throws SQLException {
        return one(live, PLACE).equals(one(target, PLACE)) || sees(target, one(live, "SELECT DATABASE()"), running);
    }

    private static boolean sees(Connection target, String schema, DrillId running) throws SQLException {
        var known = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ? AND table_name = 'dr_drill'";
        try (var tables = target.prepareStatement(known)) {
            tables.setString(1, schema);
            try (var rows = tables.executeQuery()) {
                rows.next();
                return rows.getInt(1) > 0 && seesRow(target, schema, running);
            }
        }
    }

    private static boolean seesRow(Connection target, String schema, DrillId running) throws SQLException {
        var sql = "SELECT COUNT(*) FROM " + TableShape.quoted(schema) + ".dr_drill WHERE drill_id = ?";
        try (var drill = target.prepareStatement(sql)) {
            drill.setString(1, running.value());
            try (var rows = drill.executeQuery()) {
                rows.next();
                return rows.getInt(1) > 0;
            }
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
