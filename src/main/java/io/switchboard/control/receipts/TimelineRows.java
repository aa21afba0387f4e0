package io.switchboard.control.receipts;

import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements of the timeline. Each reads a bounded piece of an index: the newest matching receipts by time, then a bounded number of each thread's rows; only those are
 * joined with the log.
 */
@Component
class TimelineRows {

    /** A row as it stands in its thread. */
    record Row(CorrelationId thread, ReceiptRow row, boolean matches) {}

    /** A thread, by its newest matching receipt. */
    record Newest(ReceiptId receipt, CorrelationId thread) {}

    /** The order of a timeline: by time, and what happened at one moment as it was written. */
    record Place(LocalDateTime at, long position) {}

    /** A thread's rows are wanted after this position. */
    record Piece(CorrelationId thread, long after) {}

    private static final String AFTER =
            " AND r.occurred_at <= :lastAt AND (r.occurred_at < :lastAt OR r.position < :lastPosition)";

    private final JdbcClient jdbc;

    TimelineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, after {@code last}: receipts that match and have no later one in their thread that does, too. By time, since that is what filters bound. */
    List<Newest> newest(TenantId tenant, TimelineFilter filter, Optional<Place> last, int limit) {
        Map<String, Object> params = params(tenant, filter, limit);
        last.ifPresent(place -> {
            params.put("lastAt", place.at());
            params.put("lastPosition", place.position());
        });
        String sql = "SELECT r.receipt_id, r.thread FROM " + filter.table() + " r WHERE r.tenant_id = :tenant"
                + filter.on("r")
                + (last.isEmpty() ? "" : AFTER)
                + " AND NOT EXISTS (SELECT 1 FROM receipt later WHERE later.tenant_id = :tenant AND later.thread = r.thread"
                + " AND later.position > r.position" + filter.onReceipt("later") + ")"
                + " ORDER BY r.occurred_at DESC, r.position DESC LIMIT :limit";
        return jdbc.sql(sql)
                .params(params)
                .query((row, _) -> new Newest(new ReceiptId(row.getString(1)), new CorrelationId(row.getString(2))))
                .list();
    }

    private static Map<String, Object> params(TenantId tenant, TimelineFilter filter, int limit) {
        Map<String, Object> params = filter.params();
        params.put("tenant", tenant.value());
        params.put("limit", limit);
        return params;
    }

    /** Where a receipt stands: read first, since only a value can bound the range of an index. */
    Optional<Place> place(TenantId tenant, ReceiptId id) {
        return jdbc.sql("SELECT occurred_at, position FROM receipt WHERE tenant_id = ? AND receipt_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> new Place(row.getObject(1, LocalDateTime.class), row.getLong(2)))
                .optional();
    }

    /** At most {@code limit} rows of each piece, in the order in which they were written. */
    List<Row> of(TenantId tenant, List<Piece> pieces, TimelineFilter filter, int limit) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        Map<String, Object> params = params(tenant, filter, limit);
        var ids = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); i++) {
            params.put("thread" + i, pieces.get(i).thread().value());
            params.put("after" + i, pieces.get(i).after());
            ids.add("(SELECT receipt_id FROM receipt WHERE tenant_id = :tenant AND thread = :thread" + i
                    + " AND position > :after" + i + " ORDER BY position LIMIT :limit)");
        }
        String sql = """
                SELECT r.tenant_id, r.receipt_id, r.actor_type, r.actor_id, r.action, r.outcome, r.decision_id, r.correlation_id, r.thread, r.parent_id, r.occurred_at,
                    e.log_index, h.published_size, h.anchored_size, (TRUE %s) AS matches
                FROM (%s) shown
                STRAIGHT_JOIN receipt r ON r.tenant_id = :tenant AND r.receipt_id = shown.receipt_id
                LEFT JOIN log_entry e ON e.tenant_id = r.tenant_id AND e.receipt_id = r.receipt_id
                LEFT JOIN log_head h ON h.tenant_id = r.tenant_id
                ORDER BY r.position
                """.formatted(filter.onReceipt("r"), String.join(" UNION ALL ", ids));
        return jdbc.sql(sql).params(params).query(TimelineRows::read).list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                new CorrelationId(row.getString("thread")),
                new ReceiptRow(StoredReceipts.head(row), StoredReceipts.state(row)),
                row.getBoolean("matches"));
    }
}
