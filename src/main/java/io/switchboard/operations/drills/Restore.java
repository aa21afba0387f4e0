package io.switchboard.operations.drills;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a backup into an empty schema, in batches that memory does not notice. */
final class Restore {

    private static final int BATCH_ROWS = 500;
    private static final long BATCH_BYTES = 4L << 20;

    private final Connection target;
    private final Runnable still;

    Restore(Connection target, Runnable still) {
        this.target = target;
        this.still = still;
    }

    void run(List<TableShape> tables, BackupFile file) throws SQLException, IOException, DrillFault {
        try (var statement = target.createStatement()) {
            statement.execute(
                    "SET time_zone = '+00:00', foreign_key_checks = 0, unique_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES'");
        }
        target.setAutoCommit(false);
        try (var in = file.reading()) {
            for (var table : tables) {
                still.run();
                table(table, in);
            }
        }
        target.setAutoCommit(true);
    }

    private void table(TableShape table, DataInputStream in) throws SQLException, IOException, DrillFault {
        try (var statement = target.createStatement()) {
            statement.execute(table.ddl());
            try (var insert = target.prepareStatement(table.insert())) {
                rows(table, in, insert);
            }
        } catch (SQLException e) {
            throw new DrillFault(
                    "restore-failed",
                    "The table " + table.name() + " could not be restored (SQL state " + e.getSQLState() + ", error "
                            + e.getErrorCode()
                            + "). Compare the version and the settings of the drill server with those of the live one.");
        }
    }

    private void rows(TableShape table, DataInputStream in, PreparedStatement insert) throws SQLException, IOException {
        byte[] @Nullable [] row = new byte[table.columns().size()][];
        int waiting = 0;
        long bytes = 0;
        long size;
        while ((size = BackupFile.next(in, row)) >= 0) {
            set(insert, table, row);
            insert.addBatch();
            bytes += size;
            if (++waiting == BATCH_ROWS || bytes > BATCH_BYTES) {
                put(insert);
                waiting = 0;
                bytes = 0;
            }
        }
        if (waiting > 0) {
            put(insert);
        }
    }

    private void put(PreparedStatement insert) throws SQLException {
        insert.executeBatch();
        target.commit();
        still.run();
    }

    private static void set(PreparedStatement insert, TableShape table, byte[] @Nullable [] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            var value = row[i];
            if (value == null) {
                insert.setNull(i + 1, Types.NULL);
            } else if (table.columns().get(i).bytes()) {
                insert.setBytes(i + 1, value);
            } else {
                insert.setString(i + 1, new String(value, StandardCharsets.UTF_8));
            }
        }
    }
}
