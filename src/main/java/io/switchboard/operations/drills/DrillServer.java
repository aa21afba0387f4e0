package io.switchboard.operations.drills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The server that drills restore to. A drill has a schema of its own there and touches no other. */
record DrillServer(String url, String user, String password, boolean sameServer) {

    Connection connect() throws DrillFault {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new DrillFault(
                    "drill-server-away",
                    "The drill server cannot be reached or lets nobody in (SQL state " + e.getSQLState()
                            + "): check SWITCHBOARD_DRILL_URL, SWITCHBOARD_DRILL_USERNAME and SWITCHBOARD_DRILL_PASSWORD.");
        }
    }

    /** Drops what interrupted drills have left; schemas that are no drill's of ours stay. */
    static void drop(Connection target, List<DrillId> drills) throws SQLException {
        var there = schemas(target);
        try (var statement = target.createStatement()) {
            for (var drill : drills) {
                if (there.contains(drill.schema())) {
                    statement.execute("DROP DATABASE IF EXISTS `" + drill.schema() + "`");
                }
            }
        }
    }

    private static List<String> schemas(Connection target) throws SQLException {
        try (var statement = target.createStatement();
                var rows = statement.executeQuery(
                        "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'drill\\_%'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "DrillServer[" + user + "]";
    }
}
