package io.switchboard.control.receipts.sequencer;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Receipts of a tenant that wait for the sequencer, each of its own millisecond; answers their ids in the order in which they will be in the log. */
public final class QueuedReceipts {

    private static final int BATCH = 5_000;
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 0, 0);

    private QueuedReceipts() {}

    public static List<String> add(DataSource database, TenantId tenant, int receipts) throws SQLException {
        var ids = new ArrayList<String>(receipts);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO log_queue VALUES (?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < receipts; i++) {
                ids.add(ReceiptId.of(content(tenant, i).getBytes(StandardCharsets.UTF_8))
                        .value());
                insert.setString(1, tenant.value());
                insert.setObject(2, FIRST.plus(i, ChronoUnit.MILLIS));
                insert.setString(3, ids.getLast());
                insert.setBytes(4, entry(tenant, i));
                insert.addBatch();
                if (i % BATCH == BATCH - 1 || i == receipts - 1) {
                    insert.executeBatch();
                }
            }
            connection.commit(); // all at once, for whoever watches the queue meanwhile
            connection.setAutoCommit(true);
        }
        return ids;
    }

    /** What the log has of the receipt at that place of the list. */
    public static byte[] entry(TenantId tenant, int place) {
        return Sha256.of(content(tenant, place)).bytes();
    }

    private static String content(TenantId tenant, int place) {
        return tenant + " receipt " + place;
    }
}
