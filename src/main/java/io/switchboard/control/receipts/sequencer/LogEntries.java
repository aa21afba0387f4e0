package io.switchboard.control.receipts.sequencer;

import io.switchboard.kernel.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries that have their index: rows are added by {@link LogQueue#number} and never changed. */
@Repository
class LogEntries {

    private final JdbcClient jdbc;

    LogEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries {@code [from, to)}; a row that is missing is found out here, since nothing may be signed over a gap. */
    List<byte[]> range(TenantId tenant, long from, long to) {
        var entries = jdbc.sql(
                        "SELECT entry FROM log_entry WHERE tenant_id = ? AND log_index >= ? AND log_index < ? ORDER BY log_index")
                .params(tenant.value(), from, to)
                .query((row, number) -> row.getBytes(1))
                .list();
        if (entries.size() != to - from) {
            throw new LogHalted("Between the indices " + from + " and " + to + " are " + entries.size()
                    + " entries: rows of the log are missing or were added by hand.");
        }
        return entries;
    }
}
