package io.switchboard.operations.drills;

import io.switchboard.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a table a few hundred rows at a time, whatever its size, and sums it up. The backup and the check read by this alone, so that they cannot disagree about what a row is. */
final class TableReader {

    private static final int FETCHED = 500;

    private TableReader() {}

    /** {@code null} is a value that is absent. */
    interface Values {

        void take(byte[] @Nullable [] row) throws SQLException, IOException;
    }

    static TableSum read(Connection from, TableShape table, Values values, Runnable still)
            throws SQLException, IOException {
        var digest = Sha256.newDigest();
        long count = 0;
        try (var statement = from.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(FETCHED);
            try (var rows = statement.executeQuery(table.select())) {
                while (rows.next()) {
                    var row = row(rows, table.columns().size());
                    sum(digest, row);
                    values.take(row);
                    if (++count % FETCHED == 0) {
                        still.run();
                    }
                }
            }
        }
        return new TableSum(table.name(), count, Sha256.finish(digest));
    }

    private static byte[] @Nullable [] row(ResultSet rows, int columns) throws SQLException {
        var row = new byte[columns][];
        for (int i = 0; i < columns; i++) {
            row[i] = rows.getBytes(i + 1);
        }
        return row;
    }

    private static void sum(MessageDigest digest, byte[] @Nullable [] row) {
        for (var value : row) {
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(value == null ? -1 : value.length)
                    .array());
            if (value != null) {
                digest.update(value);
            }
        }
    }
}
