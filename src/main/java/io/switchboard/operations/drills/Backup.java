package io.switchboard.operations.drills;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The live database as of one snapshot, in a file, with the sum of each table. {@code from} is when the snapshot was taken, {@code to} when the file was written. */
record Backup(Instant from, Instant to, List<TableShape> tables, List<TableSum> sums) {

    /** Nothing is locked: InnoDB keeps the snapshot's rows until it ends. Times of the session are UTC, as on the other side. */
    static Backup take(Connection live, BackupFile file, Clock clock, Runnable still)
            throws SQLException, IOException, DrillFault {
        try (var statement = live.createStatement()) {
            statement.execute("SET @switchboard_zone = @@session.time_zone, time_zone = '+00:00'");
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            try {
                return written(live, file, clock, still);
            } finally {
                statement.execute("ROLLBACK");
                statement.execute("SET time_zone = @switchboard_zone");
            }
        }
    }

    private static Backup written(Connection live, BackupFile file, Clock clock, Runnable still)
            throws SQLException, IOException, DrillFault {
        var from = clock.instant();
        var tables = TableShape.of(live);
        var sums = new ArrayList<TableSum>();
        try (var out = file.writing()) {
            for (var table : tables) {
                still.run();
                sums.add(TableReader.read(live, table, row -> BackupFile.put(out, row), still));
                BackupFile.end(out);
            }
        }
        return new Backup(from, clock.instant(), tables, sums);
    }

    long rows() {
        return sums.stream().mapToLong(TableSum::rows).sum();
    }
}
