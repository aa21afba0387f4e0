package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.signing.DsseEnvelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table {@code receipt}, and what its rows are found by: rows are added and read, never changed. How far one has come follows from its index in the log. */
@Component
class StoredReceipts {

    private static final String FROM = """
            FROM receipt r LEFT JOIN log_entry e ON e.tenant_id = r.tenant_id AND e.receipt_id = r.receipt_id
            LEFT JOIN log_head h ON h.tenant_id = r.tenant_id WHERE r.tenant_id = :tenant
            """;
    private static final String SELECT = "SELECT r.*, e.log_index, h.published_size, h.anchored_size " + FROM;
    private static final String ALONE = "FROM receipt r WHERE r.tenant_id = :tenant ";
    private static final int CHILDREN = 200;

    private final JdbcClient jdbc;
    private final ReceiptSubjects subjects;

    StoredReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.subjects = new ReceiptSubjects(jdbc);
    }

    void add(Receipt receipt, DsseEnvelope envelope, List<SubjectName> about) {
        var thread = thread(receipt);
        var position = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO receipt (tenant_id, receipt_id, actor_type, actor_id, action, outcome, decision_id,
                            correlation_id, thread, parent_id, occurred_at, key_id, payload, signature)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(receipt.tenant().value())
                .param(receipt.id().value())
                .param(receipt.actor().type().wire())
                .param(receipt.actor().id())
                .param(receipt.action().value())
                .param(receipt.outcome().wire())
                .param(receipt.decision().map(DecisionId::value).orElse(null))
                .param(receipt.correlation().value())
                .param(thread)
                .param(receipt.parent().map(ReceiptId::value).orElse(null))
                .param(Utc.column(receipt.occurredAt()))
                .param(envelope.keyId())
                .param(envelope.payload())
                .param(envelope.signature())
                .update(position);
        subjects.add(receipt, thread, Objects.requireNonNull(position.getKey()).longValue(), about);
    }

    /** The thread that its correlation is in already; else the one of what it follows from; else a new one. */
    private String thread(Receipt receipt) {
        return jdbc.sql("""
                        (SELECT thread FROM receipt WHERE tenant_id = :tenant AND correlation_id = :correlation ORDER BY position LIMIT 1)
                        UNION ALL (SELECT thread FROM receipt WHERE tenant_id = :tenant AND receipt_id = :parent) LIMIT 1
                        """)
                .param("tenant", receipt.tenant().value())
                .param("correlation", receipt.correlation().value())
                .param("parent", receipt.parent().map(ReceiptId::value).orElse(""))
                .query(String.class)
                .optional()
                .orElse(receipt.correlation().value());
    }

    Optional<StoredReceipt> find(TenantId tenant, ReceiptId id) {
        return jdbc.sql(SELECT + "AND r.receipt_id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(StoredReceipts::read)
                .optional();
    }

    Map<ReceiptId, LogState> states(TenantId tenant, Collection<ReceiptId> ids) {
        var states = new HashMap<ReceiptId, LogState>();
        jdbc.sql("SELECT r.receipt_id, e.log_index, h.published_size, h.anchored_size " + FROM
                        + " AND r.receipt_id IN (:ids)")
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(ReceiptId::value).toList())
                .query(row -> {
                    states.put(new ReceiptId(row.getString(1)), state(row));
                });
        return states;
    }

    /** Newest first, after {@code cursor}. */
    List<StoredReceipt> page(TenantId tenant, ReceiptFilter filter, Optional<ReceiptId> cursor, int limit) {
        Map<String, Object> params = params(tenant, filter);
        cursor.ifPresent(id -> params.put("cursor", id.value()));
        params.put("limit", limit);
        String after = cursor.isEmpty()
                ? ""
                : " AND r.position < (SELECT position FROM receipt WHERE tenant_id = :tenant AND receipt_id = :cursor)";
        return list(SELECT + where(filter) + after + " ORDER BY r.position DESC LIMIT :limit", params);
    }

    Optional<StoredReceipt> earliest(TenantId tenant, ReceiptFilter filter) {
        var first = list(SELECT + where(filter) + " ORDER BY r.position LIMIT 1", params(tenant, filter));
        return first.stream().findFirst();
    }

    /** In the order of the ids, after {@code last}: how a bundle is written, page by page. */
    List<StoredReceipt> pageById(TenantId tenant, ReceiptFilter filter, String last, int limit) {
        Map<String, Object> params = params(tenant, filter);
        params.put("last", last);
        params.put("limit", limit);
        return list(SELECT + where(filter) + " AND r.receipt_id > :last ORDER BY r.receipt_id LIMIT :limit", params);
    }

    long count(TenantId tenant, ReceiptFilter filter) {
        return jdbc.sql("SELECT COUNT(*) " + (filter.state().isPresent() ? FROM : ALONE) + where(filter))
                .params(params(tenant, filter))
                .query(Long.class)
                .single();
    }

    List<StoredReceipt> children(TenantId tenant, ReceiptId parent) {
        return list(
                SELECT + "AND r.parent_id = :parent ORDER BY r.position LIMIT " + CHILDREN,
                Map.of("tenant", tenant.value(), "parent", parent.value()));
    }

    private List<StoredReceipt> list(String sql, Map<String, Object> params) {
        return jdbc.sql(sql).params(params).query(StoredReceipts::read).list();
    }

    private static String where(ReceiptFilter filter) {
        return and(filter.action(), "r.action = :action")
                + and(filter.outcome(), "r.outcome = :outcome")
                + and(filter.actor(), "r.actor_id = :actor")
                + and(filter.by(), "r.actor_type = :by")
                + and(filter.from(), "r.occurred_at >= :from")
                + and(filter.to(), "r.occurred_at < :to")
                + filter.state().map(StoredReceipts::in).orElse("");
    }

    private static String in(LogState state) {
        return switch (state) {
            case PENDING -> " AND (e.log_index IS NULL OR e.log_index >= h.published_size)";
            case INTEGRATED -> " AND e.log_index < h.published_size AND e.log_index >= h.anchored_size";
            case ANCHORED -> " AND e.log_index < h.anchored_size";
        };
    }

    private static String and(Optional<?> given, String condition) {
        return given.isPresent() ? " AND " + condition : "";
    }

    private static Map<String, Object> params(TenantId tenant, ReceiptFilter filter) {
        Map<String, Object> params = new HashMap<>(filter.stated());
        params.put("tenant", tenant.value());
        filter.from().ifPresent(at -> params.put("from", Timestamps.bound(at)));
        filter.to().ifPresent(at -> params.put("to", Timestamps.bound(at)));
        return params;
    }

    private static StoredReceipt read(ResultSet row, int number) throws SQLException {
        var envelope = new DsseEnvelope(
                ReceiptStatement.PAYLOAD_TYPE,
                row.getBytes("payload"),
                row.getString("key_id"),
                row.getBytes("signature"));
        return new StoredReceipt(new ReceiptRow(head(row), state(row)), index(row), envelope);
    }

    static LogState state(ResultSet row) throws SQLException {
        var index = index(row);
        if (index.isEmpty() || index.getAsLong() >= row.getLong("published_size")) {
            return LogState.PENDING;
        }
        return index.getAsLong() < row.getLong("anchored_size") ? LogState.ANCHORED : LogState.INTEGRATED;
    }

    private static OptionalLong index(ResultSet row) throws SQLException {
        long index = row.getLong("log_index");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(index);
    }

    static Receipt head(ResultSet row) throws SQLException {
        return new Receipt(
                new TenantId(row.getString("tenant_id")),
                new ReceiptId(row.getString("receipt_id")),
                new Actor(Actor.Type.valueOf(upper(row.getString("actor_type"))), row.getString("actor_id")),
                new ActionId(row.getString("action")),
                Outcome.valueOf(upper(row.getString("outcome"))),
                Optional.ofNullable(row.getString("decision_id")).map(DecisionId::new),
                new CorrelationId(row.getString("correlation_id")),
                Optional.ofNullable(row.getString("parent_id")).map(ReceiptId::new),
                Utc.instant(row.getObject("occurred_at", LocalDateTime.class)));
    }

    private static String upper(String wire) {
        return wire.toUpperCase(Locale.ROOT);
    }
}
