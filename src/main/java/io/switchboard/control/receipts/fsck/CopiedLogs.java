package io.switchboard.control.receipts.fsck;

import io.switchboard.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The logs of all tenants in a copy of the database, for whoever restored one: the copied receipts lead to the root of every checkpoint that was signed. */
public final class CopiedLogs {

    private final JdbcClient copy;
    private final RowsCheck rows;

    public CopiedLogs(JdbcClient copy) {
        this.copy = copy;
        this.rows = new RowsCheck(new LoggedRows(copy));
    }

    /** So many logs and entries up to their newest checkpoints, or the first difference. */
    public record Found(int logs, long entries, Optional<String> difference) {}

    private record Newest(TenantId tenant, long size) {}

    /** {@code still} is called before each log. */
    public Found check(Runnable still) {
        int logs = 0;
        long entries = 0;
        for (var newest : newest()) {
            still.run();
            try {
                rows.check(newest.tenant(), newest.size(), (_, _) -> still.run());
            } catch (Difference e) {
                return new Found(logs, entries, Optional.of(e.what()));
            }
            logs++;
            entries += newest.size();
        }
        return new Found(logs, entries, Optional.empty());
    }

    private List<Newest> newest() {
        return copy.sql("SELECT tenant_id, MAX(tree_size) FROM log_checkpoint GROUP BY tenant_id ORDER BY tenant_id")
                .query((row, _) -> new Newest(new TenantId(row.getString(1)), row.getLong(2)))
                .list();
    }
}
