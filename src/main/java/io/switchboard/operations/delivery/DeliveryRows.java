package io.switchboard.operations.delivery;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.delivery.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages and their deliveries as rows. */
@Repository
class DeliveryRows {

    private static final String FACTS =
            "SELECT d.*, m.type, m.about FROM delivery d JOIN delivery_message m ON m.tenant_id = d.tenant_id AND m.message_id = d.message_id WHERE d.tenant_id = ?";

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OutboxMessage message, Instant now) {
        jdbc.sql("""
                        INSERT INTO delivery_message (tenant_id, message_id, type, about, body, receipt_id, created_at)
                        VALUES (:tenant, :id, :type, :about, :body, :receipt, :now)""")
                .param("tenant", message.tenant().value())
                .param("id", message.id().value())
                .param("type", message.type())
                .param("about", message.about())
                .param("body", message.body())
                .param("receipt", message.receipt().map(ReceiptId::value).orElse(null))
                .param("now", Utc.column(now))
                .update();
    }

    DeliveryId add(TenantId tenant, MessageId message, Destination to, Instant now) {
        var id = DeliveryId.random();
        jdbc.sql("""
                        INSERT INTO delivery (tenant_id, delivery_id, message_id, kind, destination, state, created_at, begun_at, due_at)
                        VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?)""")
                .params(
                        tenant.value(),
                        id.value(),
                        message.value(),
                        to.kind().wire(),
                        to.name(),
                        Utc.column(now),
                        Utc.column(now),
                        Utc.column(now))
                .update();
        return id;
    }

    /** Those of these that there are; what is due longest first. */
    List<Delivery> all(TenantId tenant, List<DeliveryId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(FACTS.replace("?", ":tenant")
                                + " AND d.delivery_id IN (:ids) ORDER BY d.due_at, d.delivery_id")
                        .param("tenant", tenant.value())
                        .param("ids", ids.stream().map(DeliveryId::value).toList())
                        .query((row, _) -> read(row))
                        .list();
    }

    OutboxMessage message(TenantId tenant, MessageId id) {
        return jdbc.sql("SELECT * FROM delivery_message WHERE tenant_id = ? AND message_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> message(tenant, row))
                .single();
    }

    static OutboxMessage message(TenantId tenant, ResultSet row) throws SQLException {
        return new OutboxMessage(
                tenant,
                new MessageId(row.getString("message_id")),
                row.getString("type"),
                row.getString("about"),
                row.getString("body"),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }

    /** False while it waits: it is on its way already. */
    boolean again(TenantId tenant, DeliveryId id, Instant now) {
        return jdbc.sql("""
                        UPDATE delivery SET state = 'waiting', begun_at = ?, due_at = ?, tried = 0, ended_at = NULL
                         WHERE tenant_id = ? AND delivery_id = ? AND state <> 'waiting'""")
                        .params(Utc.column(now), Utc.column(now), tenant.value(), id.value())
                        .update()
                == 1;
    }

    /** What waits for a destination is attempted at once, as if it were new. */
    int hurry(TenantId tenant, Destination to, Instant now) {
        return jdbc.sql("""
                        UPDATE delivery SET due_at = ?, tried = 0 WHERE tenant_id = ? AND kind = ? AND destination = ? AND state = 'waiting'""")
                .params(Utc.column(now), tenant.value(), to.kind().wire(), to.name())
                .update();
    }

    long waiting(TenantId tenant, Destination to) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM delivery WHERE tenant_id = ? AND kind = ? AND destination = ? AND state = 'waiting'")
                .params(tenant.value(), to.kind().wire(), to.name())
                .query(Long.class)
                .single();
    }

    Optional<Delivery> find(TenantId tenant, DeliveryId id) {
        return jdbc.sql(FACTS + " AND d.delivery_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The latest first. */
    List<Delivery> list(TenantId tenant, int most) {
        return jdbc.sql(FACTS + " ORDER BY d.created_at DESC, d.delivery_id LIMIT ?")
                .params(tenant.value(), most)
                .query((row, _) -> read(row))
                .list();
    }

    long count(TenantId tenant, State state, Instant since) {
        return jdbc.sql("SELECT COUNT(*) FROM delivery WHERE tenant_id = ? AND created_at >= ? AND state = ?")
                .params(tenant.value(), Utc.column(since), state.wire())
                .query(Long.class)
                .single();
    }

    long count(TenantId tenant) {
        return jdbc.sql("SELECT COUNT(*) FROM delivery WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    /** From the event to its being taken, of what was created since then; in order. */
    List<Duration> latencies(TenantId tenant, Instant since) {
        return jdbc.sql("""
                        SELECT TIMESTAMPDIFF(MICROSECOND, begun_at, ended_at) AS took FROM delivery
                         WHERE tenant_id = ? AND created_at >= ? AND state = 'delivered' ORDER BY took""")
                .params(tenant.value(), Utc.column(since))
                .query((row, _) -> Duration.ofNanos(row.getLong(1) * 1000))
                .list();
    }

    static Destination to(ResultSet row) throws SQLException {
        return new Destination(Destination.Kind.of(row.getString("kind")), row.getString("destination"));
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                new DeliveryId(row.getString("delivery_id")),
                new MessageId(row.getString("message_id")),
                row.getString("type"),
                row.getString("about"),
                to(row),
                State.of(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "created_at"),
                instant(row, "begun_at"),
                instant(row, "due_at"),
                Optional.ofNullable(row.getObject("ended_at", LocalDateTime.class))
                        .map(Utc::instant));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, LocalDateTime.class));
    }
}
