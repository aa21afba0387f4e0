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
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The delivery log as rows. An attempt is written before it is made, so that one that was cut off is known. */
@Repository
class AttemptRows {

    private static final int MOST_SAID = 600;
    private static final int MOST_ANSWERED = 1000;

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(TenantId tenant, DeliveryId delivery, int number, Instant now) {
        jdbc.sql("""
                        INSERT INTO delivery_attempt (tenant_id, delivery_id, number, began_at, outcome, says, answer) VALUES (?, ?, ?, ?, ?, ?, '')""")
                .params(
                        tenant.value(),
                        delivery.value(),
                        number,
                        Utc.column(now),
                        Attempt.BEGUN,
                        "Under way since " + now + ".")
                .update();
    }

    /** Those that nobody is making any more. */
    List<Integer> cutOff(TenantId tenant, DeliveryId delivery, int before) {
        return jdbc.sql(
                        "SELECT number FROM delivery_attempt WHERE tenant_id = ? AND delivery_id = ? AND number < ? AND outcome = ?")
                .params(tenant.value(), delivery.value(), before, Attempt.BEGUN)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    void end(TenantId tenant, DeliveryId delivery, Attempt attempt) {
        jdbc.sql("""
                        UPDATE delivery_attempt SET took_ms = :took, outcome = :outcome, status = :status, says = :says, answer = :answer, receipt_id = :receipt
                         WHERE tenant_id = :tenant AND delivery_id = :delivery AND number = :number""")
                .param("tenant", tenant.value())
                .param("delivery", delivery.value())
                .param("number", attempt.number())
                .param("took", attempt.took().map(Duration::toMillis).orElse(null))
                .param("outcome", attempt.outcome())
                .param("status", attempt.status().isPresent() ? attempt.status().getAsInt() : null)
                .param("says", cut(attempt.says(), MOST_SAID))
                .param("answer", cut(attempt.answer(), MOST_ANSWERED))
                .param("receipt", attempt.receipt().map(ReceiptId::value).orElse(null))
                .update();
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
