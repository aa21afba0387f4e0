package io.switchboard.operations.delivery;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The delivery log as rows. An attempt is written before it is made, so that one that was cut off is known. */
@Repository
class AttemptRows {

    private static final int MOST_SAID = 600;
    private static final int MOST_ANSWERED = 1000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    AttemptRows(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /** An attempt of a delivery. */
    record Line(DeliveryId of, Attempt attempt) {}

    void begin(TenantId tenant, List<Delivery> claimed, Instant now) {
        batches.batchUpdate(
                "INSERT INTO delivery_attempt (tenant_id, delivery_id, number, began_at, outcome, says, answer) VALUES (?, ?, ?, ?, ?, ?, '')",
                claimed.stream()
                        .map(each -> new Object[] {
                            tenant.value(),
                            each.id().value(),
                            each.attempts(),
                            Utc.column(now),
                            Attempt.BEGUN,
                            "Under way since " + now + "."
                        })
                        .toList());
    }

    /** Those that were begun and will not be made. */
    void forget(TenantId tenant, List<Delivery> unattempted) {
        batches.batchUpdate(
                "DELETE FROM delivery_attempt WHERE tenant_id = ? AND delivery_id = ? AND number = ? AND outcome = ?",
                unattempted.stream()
                        .map(each -> new Object[] {tenant.value(), each.id().value(), each.attempts(), Attempt.BEGUN})
                        .toList());
    }

    /** Of deliveries that are attempted again, the attempts of before that nobody is making any more. */
    Map<DeliveryId, List<Attempt>> begunBefore(TenantId tenant, List<DeliveryId> deliveries) {
        return jdbc
                .sql("""
                        SELECT a.* FROM delivery_attempt a JOIN delivery d ON d.tenant_id = a.tenant_id AND d.delivery_id = a.delivery_id
                         WHERE a.tenant_id = :tenant AND a.delivery_id IN (:deliveries) AND a.number < d.attempts AND a.outcome = :begun
                         ORDER BY a.delivery_id, a.number""")
                .param("tenant", tenant.value())
                .param("deliveries", deliveries.stream().map(DeliveryId::value).toList())
                .param("begun", Attempt.BEGUN)
                .query((row, _) -> new Line(new DeliveryId(row.getString("delivery_id")), read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::of, Collectors.mapping(Line::attempt, Collectors.toList())));
    }

    void end(TenantId tenant, List<Line> lines) {
        batches.batchUpdate(
                """
                UPDATE delivery_attempt SET began_at = ?, took_ms = ?, outcome = ?, status = ?, says = ?, answer = ?, receipt_id = ?
                 WHERE tenant_id = ? AND delivery_id = ? AND number = ?""", lines.stream().map(line -> columns(tenant, line)).toList());
    }

    private static @Nullable Object[] columns(TenantId tenant, Line line) {
        var attempt = line.attempt();
        return new @Nullable Object[] {
            Utc.column(attempt.beganAt()),
            attempt.took().map(Duration::toMillis).orElse(null),
            attempt.outcome(),
            attempt.status().isPresent() ? attempt.status().getAsInt() : null,
            cut(attempt.says(), MOST_SAID),
            cut(attempt.answer(), MOST_ANSWERED),
            attempt.receipt().map(ReceiptId::value).orElse(null),
            tenant.value(),
            line.of().value(),
            attempt.number()
        };
    }

    /** The latest first. */
    List<Attempt> list(TenantId tenant, DeliveryId delivery, int most) {
        return jdbc.sql(
                        "SELECT * FROM delivery_attempt WHERE tenant_id = ? AND delivery_id = ? ORDER BY number DESC LIMIT ?")
                .params(tenant.value(), delivery.value(), most)
                .query((row, _) -> read(row))
                .list();
    }

    private static String cut(String text, int most) {
        int[] points = text.codePoints().limit(most).toArray();
        return new String(points, 0, points.length);
    }

    private static Attempt read(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return new Attempt(
                row.getInt("number"),
                Utc.instant(row.getObject("began_at", LocalDateTime.class)),
                Optional.ofNullable(row.getObject("took_ms", Long.class)).map(Duration::ofMillis),
                row.getString("outcome"),
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
                row.getString("says"),
                row.getString("answer"),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }
}
