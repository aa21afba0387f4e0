package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.delivery.Delivery.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is due where, as rows. Whoever attempts deliveries claims them for a while; if they are gone by then, somebody else does. */
@Repository
class LaneRows {

    private static final String END =
            "UPDATE delivery SET state = ?, ended_at = ?, claimed_until = NULL, tried = tried + 1 WHERE tenant_id = ? AND delivery_id = ?";

    private final DeliveryRows deliveries;
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    LaneRows(DeliveryRows deliveries, JdbcTemplate batches) {
        this.deliveries = deliveries;
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /** Of all tenants, for the work that carries them only. */
    List<Lane> due(Instant now, int most) {
        return jdbc.sql("""
                        SELECT DISTINCT d.tenant_id, d.kind, d.destination FROM delivery d
                          LEFT JOIN delivery_health h ON h.tenant_id = d.tenant_id AND h.kind = d.kind AND h.destination = d.destination
                         WHERE d.state = 'waiting' AND d.due_at <= :now AND (d.claimed_until IS NULL OR d.claimed_until <= :now) AND h.disabled_at IS NULL
                         LIMIT :most""")
                .param("now", Utc.column(now))
                .param("most", most)
                .query((row, _) -> new Lane(new TenantId(row.getString(1)), DeliveryRows.to(row)))
                .list();
    }

    /** Those that have been due longest. What somebody else is claiming at this moment is left to them. In a transaction. */
    List<Delivery> claim(Lane lane, int most, Instant now, Instant until) {
        var free = free(lane, most, now);
        if (!free.isEmpty()) {
            jdbc.sql(
                            "UPDATE delivery SET claimed_until = :until, attempts = attempts + 1 WHERE tenant_id = :tenant AND delivery_id IN (:free)")
                    .param("until", Utc.column(until))
                    .param("tenant", lane.tenant().value())
                    .param("free", free.stream().map(DeliveryId::value).toList())
                    .update();
        }
        return deliveries.all(lane.tenant(), free);
    }

    private List<DeliveryId> free(Lane lane, int most, Instant now) {
        return jdbc.sql("""
                        SELECT delivery_id FROM delivery
                         WHERE tenant_id = ? AND kind = ? AND destination = ? AND state = 'waiting' AND due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)
                         ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED""")
                .params(
                        lane.tenant().value(),
                        lane.to().kind().wire(),
                        lane.to().name(),
                        Utc.column(now),
                        Utc.column(now),
                        most)
                .query((row, _) -> new DeliveryId(row.getString(1)))
                .list();
    }

    /** As if they had not been claimed; a claim that somebody else has made since stands. */
    void giveBack(TenantId tenant, List<Delivery> claimed) {
        batches.batchUpdate(
                "UPDATE delivery SET claimed_until = NULL, attempts = attempts - 1 WHERE tenant_id = ? AND delivery_id = ? AND attempts = ?",
                claimed.stream()
                        .map(each -> new Object[] {tenant.value(), each.id().value(), each.attempts()})
                        .toList());
    }

    /** With what is sent. */
    List<Trip> trips(Lane lane, List<Delivery> claimed) {
        if (claimed.isEmpty()) {
            return List.of();
        }
        var messages = jdbc
                .sql("SELECT * FROM delivery_message WHERE tenant_id = :tenant AND message_id IN (:ids)")
                .param("tenant", lane.tenant().value())
                .param(
                        "ids",
                        claimed.stream().map(each -> each.message().value()).toList())
                .query((row, _) -> DeliveryRows.message(lane.tenant(), row))
                .list()
                .stream()
                .collect(Collectors.toMap(OutboxMessage::id, Function.identity()));
        return claimed.stream()
                .map(each -> new Trip(lane, each, Objects.requireNonNull(messages.get(each.message()))))
                .toList();
    }

    void delivered(TenantId tenant, List<Made> taken) {
        batches.batchUpdate(
                END,
                taken.stream()
                        .map(each -> new Object[] {
                            State.DELIVERED.wire(),
                            Utc.column(each.ended()),
                            tenant.value(),
                            each.trip().delivery().id().value()
                        })
                        .toList());
    }

    void end(TenantId tenant, DeliveryId id, State state, Instant now) {
        jdbc.sql(END)
                .params(state.wire(), Utc.column(now), tenant.value(), id.value())
                .update();
    }

    int tried(TenantId tenant, DeliveryId id) {
        return jdbc.sql("SELECT tried FROM delivery WHERE tenant_id = ? AND delivery_id = ?")
                .params(tenant.value(), id.value())
                .query(Integer.class)
                .single();
    }

    void later(TenantId tenant, DeliveryId id, Instant due) {
        jdbc.sql(
                        "UPDATE delivery SET due_at = ?, claimed_until = NULL, tried = tried + 1 WHERE tenant_id = ? AND delivery_id = ?")
                .params(Utc.column(due), tenant.value(), id.value())
                .update();
    }
}
