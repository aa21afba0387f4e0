package io.switchboard.operations.drills;

import io.switchboard.control.receipts.fsck.CopiedLogs;
import io.switchboard.kernel.Utc;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whether a restored copy is what the snapshot was: every table row by row, then every log up to its newest signed checkpoint. */
final class CopyCheck {

    private final Connection copy;
    private final JdbcClient jdbc;
    private final Runnable still;

    CopyCheck(Connection copy, Runnable still) {
        this.copy = copy;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(copy, true));
        this.still = still;
    }

    void tables(Backup backup) throws SQLException, IOException, DrillFault {
        for (int i = 0; i < backup.tables().size(); i++) {
            still.run();
            compare(backup.sums().get(i), TableReader.read(copy, backup.tables().get(i), _ -> {}, still));
        }
    }

    private static void compare(TableSum taken, TableSum restored) throws DrillFault {
        if (taken.rows() != restored.rows()) {
            throw new DrillFault(
                    "rows-differ",
                    "The table " + taken.table() + " has " + restored.rows() + " rows in the restored copy and "
                            + taken.rows() + " in the snapshot: the backup does not restore what was backed up.");
        }
        if (!taken.equals(restored)) {
            throw new DrillFault(
                    "values-differ",
                    "The table " + taken.table()
                            + " has other values in the restored copy than in the snapshot (SHA-256 "
                            + restored.digest() + " and not " + taken.digest()
                            + "): the backup does not restore what was backed up.");
        }
    }

    CopiedLogs.Found logs() throws DrillFault {
        var found = new CopiedLogs(jdbc).check(still);
        if (found.difference().isPresent()) {
            throw new DrillFault(
                    "log-differs",
                    "A log in the restored copy is not as it was signed. "
                            + found.difference().get());
        }
        return found;
    }

    /** Empty where there is no receipt. */
    Optional<Instant> newestReceipt() {
        return jdbc.sql("SELECT occurred_at FROM receipt ORDER BY occurred_at DESC LIMIT 1")
                .query((row, _) -> Utc.instant(row.getObject(1, LocalDateTime.class)))
                .optional();
    }

    /** Stamped from then on. */
    long receiptsSince(Instant then) {
        return jdbc.sql("SELECT COUNT(*) FROM receipt WHERE occurred_at >= ?")
                .param(Utc.column(then))
                .query(Long.class)
                .single();
    }
}
