package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.log.CompactRange;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code log_head}. Whoever extends a log holds its lease; every change asks for it again, so a lease that was lost changes nothing. */
@Repository
class LogHeads {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;

    LogHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The origin stands from here on, whatever the setting says later. */
    void open(TenantId tenant, LogId log, String origin) {
        jdbc.sql("INSERT IGNORE INTO log_head (tenant_id, log_id, origin, signed_edge) VALUES (?, ?, ?, '')")
                .params(tenant.value(), log.value(), origin)
                .update();
    }

    Optional<LogHead> find(TenantId tenant) {
        return jdbc.sql("SELECT * FROM log_head WHERE tenant_id = ?")
                .param(tenant.value())
                .query(LogHeads::read)
                .optional();
    }

    /** A lease that ends later than any given now is one from before the clock was set back, and can be taken. */
    boolean lease(TenantId tenant, String owner, Instant now) {
        return jdbc.sql("""
                        UPDATE log_head SET lease_owner = ?, lease_until = ? WHERE tenant_id = ?
                        AND (lease_owner IS NULL OR lease_owner = ? OR lease_until <= ? OR lease_until > ?)""")
                        .params(
                                owner,
                                Utc.column(now.plus(LEASE)),
                                tenant.value(),
                                owner,
                                Utc.column(now),
                                Utc.column(now.plus(LEASE)))
                        .update()
                == 1;
    }

    /** So that another node need not wait for the lease to end. */
    void release(String owner) {
        jdbc.sql("UPDATE log_head SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = ?")
                .param(owner)
                .update();
    }

    /** In a transaction: what is read stays so until its end. Empty where the lease is another's by now. */
    Optional<LogHead> locked(TenantId tenant, String owner) {
        return jdbc.sql("SELECT * FROM log_head WHERE tenant_id = ? AND lease_owner = ? FOR UPDATE")
                .params(tenant.value(), owner)
                .query(LogHeads::read)
                .optional();
    }

    void sequenced(LogHead head, int more) {
        jdbc.sql("UPDATE log_head SET sequenced_size = ? WHERE tenant_id = ?")
                .params(head.sequenced() + more, head.tenant().value())
                .update();
    }

    void signed(LogHead head, CompactRange tree) {
        jdbc.sql("UPDATE log_head SET signed_size = ?, signed_edge = ? WHERE tenant_id = ?")
                .params(tree.size(), tree.bytes(), head.tenant().value())
                .update();
    }

    void published(TenantId tenant, long size) {
        jdbc.sql("UPDATE log_head SET published_size = ? WHERE tenant_id = ? AND published_size < ?")
                .params(size, tenant.value(), size)
                .update();
    }

    void halted(TenantId tenant, String because, Instant now) {
        jdbc.sql("UPDATE log_head SET halted_because = ?, halted_at = ? WHERE tenant_id = ? AND halted_because IS NULL")
                .params(because.length() > 1000 ? because.substring(0, 1000) : because, Utc.column(now), tenant.value())
                .update();
    }

    private static LogHead read(ResultSet row, int number) throws SQLException {
        return new LogHead(
                new TenantId(row.getString("tenant_id")),
                new LogId(row.getString("log_id")),
                row.getString("origin"),
                row.getLong("sequenced_size"),
                CompactRange.of(row.getLong("signed_size"), row.getBytes("signed_edge")),
                row.getLong("published_size"),
                Optional.ofNullable(row.getString("halted_because")));
    }
}
