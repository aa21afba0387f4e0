package io.switchboard.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@link History} of 85 days for two tenants that are 120 days old, in which one of eight commits is an approval that ended. */
public final class TenantPast {

    private static final int APART = 104; // ten thousand receipts, seven seconds apart, would be one day

    private TenantPast() {}

    public static void write(String url, String one, int receipts, String other, int otherReceipts)
            throws SQLException {
        var begin = Instant.now().minus(Duration.ofDays(85)).truncatedTo(ChronoUnit.SECONDS);
        try (var history = new History(url, one, receipts, other, otherReceipts, begin, APART)) {
            history.write();
        }
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("UPDATE tenant SET created_at = created_at - INTERVAL 120 DAY WHERE tenant_id IN ('" + one
                    + "', '" + other + "')");
            statement.execute("""
                    UPDATE receipt SET action = 'approvals.decide',
                        payload = REPLACE(payload, '"create":', CONCAT('"state":"', IF(position % 3 = 0, 'denied', 'approved'), '","create":'))
                    WHERE position % 32 = 2""");
            for (var table : new String[] {"activity", "presence", "tally", "case", "cycle", "progress"}) {
                statement.execute("DELETE FROM success_" + table); // what was added up meanwhile
            }
        }
    }
}
