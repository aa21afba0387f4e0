package io.switchboard.control.receipts.proofs;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the logs are, and which index a receipt has. */
@Repository
public class PublishedLogs {

    private static final String SELECT = """
            SELECT h.*, c.signed_at,
                (SELECT COUNT(*) FROM log_queue q WHERE q.tenant_id = h.tenant_id) + h.sequenced_size - h.published_size AS pending
            FROM log_head h LEFT JOIN log_checkpoint c ON c.tenant_id = h.tenant_id AND c.tree_size = h.published_size
            """;

    private final JdbcClient jdbc;

    public PublishedLogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PublishedLog> of(TenantId tenant) {
        return jdbc.sql(SELECT + "WHERE h.tenant_id = ?")
                .param(tenant.value())
                .query(PublishedLogs::read)
                .optional();
    }

    /** Of all tenants, for the log's public addresses only: they carry no tenant. */
    Optional<PublishedLog> of(LogId log) {
        return jdbc.sql(SELECT + "WHERE h.log_id = ?")
                .param(log.value())
                .query(PublishedLogs::read)
                .optional();
    }

    OptionalLong index(TenantId tenant, ReceiptId receipt) {
        return jdbc.sql("SELECT log_index FROM log_entry WHERE tenant_id = ? AND receipt_id = ?")
                .params(tenant.value(), receipt.value())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    void publish(TenantId tenant, boolean toEverybody) {
        jdbc.sql("UPDATE log_head SET is_public = ? WHERE tenant_id = ?")
                .params(toEverybody, tenant.value())
                .update();
    }

    boolean isWaiting(TenantId tenant, ReceiptId receipt) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM log_queue WHERE tenant_id = ? AND receipt_id = ?)")
                .params(tenant.value(), receipt.value())
                .query(Boolean.class)
                .single();
    }

    private static PublishedLog read(ResultSet row, int number) throws SQLException {
        return new PublishedLog(
                new TenantId(row.getString("tenant_id")),
                new LogId(row.getString("log_id")),
                row.getString("origin"),
                row.getLong("published_size"),
                row.getLong("anchored_size"),
                row.getLong("pending"),
                row.getBoolean("is_public"),
                Optional.ofNullable(row.getObject("signed_at", LocalDateTime.class))
                        .map(Utc::instant),
                Optional.ofNullable(row.getString("halted_because")));
    }
}
