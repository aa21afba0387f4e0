package io.switchboard.operations.drills;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of the live database: how it is made, and its columns that hold values of their own. {@code key} are the columns of its primary key, in order. */
record TableShape(String name, String ddl, List<Column> columns, List<String> key) {

    /** {@code bytes}: its values are put back byte for byte; others as the text that MariaDB writes. */
    record Column(String name, boolean bytes) {}

    private static final Set<String> BYTES = Set.of(
            "char",
            "varchar",
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "enum",
            "set",
            "bit",
            "binary",
            "varbinary",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob");

    static List<TableShape> of(Connection live) throws SQLException, DrillFault {
        refuseWhatIsNotCopied(live);
        var shapes = new ArrayList<TableShape>();
        for (var table : names(
                live,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                        + " ORDER BY table_name")) {
            shapes.add(new TableShape(table, ddl(live, table), columns(live, table), key(live, table)));
        }
        return shapes;
    }

    /** The portal has tables only; whoever added something else has to be told that a drill says nothing about it. */
    private static void refuseWhatIsNotCopied(Connection live) throws SQLException, DrillFault {
        var others = names(live, """
                SELECT CONCAT('view ', table_name) FROM information_schema.views WHERE table_schema = DATABASE()
                UNION ALL SELECT CONCAT('trigger ', trigger_name) FROM information_schema.triggers WHERE trigger_schema = DATABASE()
                UNION ALL SELECT CONCAT('routine ', routine_name) FROM information_schema.routines WHERE routine_schema = DATABASE()
                LIMIT 5""");
        if (!others.isEmpty()) {
            throw new DrillFault(
                    "more-than-tables",
                    "The live database has more than tables (" + String.join(", ", others)
                            + "), which a drill does not copy. Move them to another schema.");
        }
    }

    private static String ddl(Connection live, String table) throws SQLException {
        try (var statement = live.createStatement();
                var rows = statement.executeQuery("SHOW CREATE TABLE " + quoted(table))) {
            rows.next();
            return rows.getString(2);
        }
    }

    private static List<Column> columns(Connection live, String table) throws SQLException {
        var sql = "SELECT column_name, LOWER(data_type) FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position";
        try (var statement = live.prepareStatement(sql)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                var columns = new ArrayList<Column>();
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), BYTES.contains(rows.getString(2))));
                }
                return columns;
            }
        }
    }

    private static List<String> key(Connection live, String table) throws SQLException {
        var sql =
                "SELECT column_name FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ?"
                        + " AND index_name = 'PRIMARY' ORDER BY seq_in_index";
        try (var statement = live.prepareStatement(sql)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                var key = new ArrayList<String>();
                while (rows.next()) {
                    key.add(rows.getString(1));
                }
                return key;
            }
        }
    }

    private static List<String> names(Connection live, String sql) throws SQLException {
        try (var statement = live.createStatement();
                var rows = statement.executeQuery(sql)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** All rows in the order of the key, each value as bytes; a table without a key by all its columns. */
    String select() {
        var order = key.isEmpty() ? columns.stream().map(Column::name).toList() : key;
        return "SELECT "
                + columns.stream()
                        .map(column -> "CAST(" + quoted(column.name()) + " AS BINARY)")
                        .collect(Collectors.joining(", "))
                + " FROM " + quoted(name) + " ORDER BY "
                + order.stream()
                        .map(column -> quoted(name) + "." + quoted(column))
                        .collect(Collectors.joining(", "));
    }

    String insert() {
        return "INSERT INTO " + quoted(name) + " ("
                + columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "))
                + ") VALUES ("
                + columns.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")";
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
