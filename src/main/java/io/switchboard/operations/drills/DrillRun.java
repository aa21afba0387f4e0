package io.switchboard.operations.drills;

import io.switchboard.control.receipts.fsck.CopiedLogs;
import io.switchboard.kernel.Utc;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One drill from the snapshot to the end of the check. What was measured until a fault is kept. */
final class DrillRun {

    /** Receipts are stamped before they are committed; nobody's transaction lasts longer. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofHours(12);

    private final DataSource live;
    private final DrillServer server;
    private final Clock clock;
    private final AfterRestore afterRestore;
    private final Runnable beat;

    private @Nullable Backup backup;
    private @Nullable String fileDigest;
    private long bytes;
    private CopiedLogs.Found logs = new CopiedLogs.Found(0, 0, Optional.empty());
    private Optional<Duration> rto = Optional.empty();
    private Optional<Duration> rpo = Optional.empty();
    private Optional<Long> lost = Optional.empty();

    /** What tests do to a restored copy. */
    interface AfterRestore {

        void touch(Connection copy) throws SQLException;
    }

    DrillRun(DataSource live, DrillServer server, Clock clock, AfterRestore afterRestore, Runnable beat) {
        this.live = live;
        this.server = server;
        this.clock = clock;
        this.afterRestore = afterRestore;
        this.beat = beat;
    }

    void run(DrillId id, List<DrillId> leftBehind) throws DrillFault {
        try (var target = server.connect();
                var file = new BackupFile()) {
            requireApart(target, id);
            DrillServer.drop(target, leftBehind);
            back(file);
            try (var statement = target.createStatement()) {
                statement.execute("CREATE DATABASE " + id.schema() + " CHARACTER SET utf8mb4");
                target.setCatalog(id.schema());
                restore(target, file);
            } finally {
                target.setAutoCommit(true); // and what waits is given up with the schema
                DrillServer.drop(target, List.of(id));
            }
        } catch (SQLException e) {
            throw new DrillFault(
                    "database-failed",
                    "A database refused or went away (SQL state " + e.getSQLState() + ", error " + e.getErrorCode()
                            + "). Look into the logs of both servers, and see that the drill's user may create and drop databases called drill_….");
        } catch (IOException e) {
            throw new DrillFault(
                    "no-room",
                    "The temporary file of the backup could not be written or read. See that there is room where the portal keeps temporary files.");
        }
    }

    private void requireApart(Connection target, DrillId id) throws SQLException, DrillFault {
        try (var connection = live.getConnection()) {
            if (!server.sameServer() && SamePlace.is(connection, target, id)) {
                throw new DrillFault(
                        "same-server",
                        "SWITCHBOARD_DRILL_URL leads to the live database, to a replica or to a node of its cluster, where a restore proves nothing. Name another server.");
            }
        }
    }

    private void back(BackupFile file) throws SQLException, IOException, DrillFault {
        try (var connection = live.getConnection()) {
            backup = Backup.take(connection, file, clock, guarded());
        }
        bytes = file.bytes();
        fileDigest = file.digest().hex();
    }

    private void restore(Connection target, BackupFile file) throws SQLException, IOException, DrillFault {
        var taken = taken();
        var begun = clock.instant();
        new Restore(target, guarded()).run(taken.tables(), file);
        afterRestore.touch(target);
        var check = new CopyCheck(target, guarded());
        check.tables(taken);
        logs = check.logs();
        rto = Optional.of(Duration.between(begun, clock.instant()));
        rpo = check.newestReceipt().map(newest -> positive(Duration.between(newest, taken.to())));
        lost = Optional.of(lost(check, taken));
    }

    /** Receipts committed after the snapshot and stamped before the backup's end. Counted over a short time only, so that what retention deletes meanwhile is not taken for new. */
    private long lost(CopyCheck check, Backup taken) {
        var since = taken.from().minus(LATE);
        var counted = JdbcClient.create(live)
                .sql("SELECT COUNT(*) FROM receipt WHERE occurred_at >= ? AND occurred_at <= ?")
                .params(Utc.column(since), Utc.column(taken.to()))
                .query(Long.class)
                .single();
        return Math.max(0, counted - check.receiptsSince(since));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private Runnable guarded() {
        var deadline = clock.instant().plus(LONGEST);
        return () -> {
            if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException("a drill took longer than " + LONGEST);
            }
            beat.run();
        };
    }

    private Backup taken() {
        if (backup == null) {
            throw new IllegalStateException("there is no backup yet");
        }
        return backup;
    }

    Optional<String> digest() {
        return Optional.ofNullable(fileDigest);
    }

    List<TableSum> sums() {
        return backup == null ? List.of() : new ArrayList<>(backup.sums());
    }

    Optional<Instant> snapshotAt() {
        return Optional.ofNullable(backup).map(Backup::from);
    }

    DrillFigures figures() {
        return new DrillFigures(
                sums().size(),
                sums().stream().mapToLong(TableSum::rows).sum(),
                bytes,
                logs.logs(),
                logs.entries(),
                Optional.ofNullable(backup).map(taken -> Duration.between(taken.from(), taken.to())),
                rto,
                rpo,
                lost);
    }
}
