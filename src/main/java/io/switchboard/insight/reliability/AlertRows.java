package io.switchboard.insight.reliability;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts as rows. */
@Repository
class AlertRows {

    private static final String WHICH = " WHERE tenant_id = ? AND indicator = ? AND rule = ? AND fired_at = ?";

    private final JdbcClient jdbc;

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<BurnAlert> firing(TenantId tenant) {
        return jdbc.sql("SELECT * FROM reliability_alert WHERE tenant_id = ? AND firing = 1 ORDER BY fired_at DESC")
                .param(tenant.value())
                .query((row, _) -> read(row))
                .list();
    }

    /** The latest first. */
    List<BurnAlert> latest(TenantId tenant, int most) {
        return jdbc.sql("SELECT * FROM reliability_alert WHERE tenant_id = ? ORDER BY fired_at DESC LIMIT ?")
                .params(tenant.value(), most)
                .query((row, _) -> read(row))
                .list();
    }

    /** That were firing at some moment from {@code from} on and before {@code until}. */
    List<BurnAlert> during(TenantId tenant, Instant from, Instant until) {
        return jdbc.sql(
                        "SELECT * FROM reliability_alert WHERE tenant_id = ? AND fired_at < ? AND (resolved_at IS NULL OR resolved_at > ?) ORDER BY fired_at")
                .params(tenant.value(), Utc.column(until), Utc.column(from))
                .query((row, _) -> read(row))
                .list();
    }

    void fire(TenantId tenant, BurnAlert alert) {
        jdbc.sql("""
                        INSERT INTO reliability_alert (tenant_id, indicator, rule, fired_at, firing, target, burn_over, burn_lately)
                        VALUES (?, ?, ?, ?, 1, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        alert.indicator().id(),
                        alert.rule().id(),
                        Utc.column(alert.firedAt()),
                        alert.target().perHundredThousand(),
                        alert.over(),
                        alert.lately())
                .update();
    }

    void resolve(TenantId tenant, BurnAlert alert, Instant at) {
        jdbc.sql("UPDATE reliability_alert SET firing = NULL, resolved_at = ?" + WHICH)
                .params(
                        Utc.column(at),
                        tenant.value(),
                        alert.indicator().id(),
                        alert.rule().id(),
                        Utc.column(alert.firedAt()))
                .update();
    }

    /** Notes the receipt of the firing or, once it is resolved, of that. */
    void receipted(TenantId tenant, BurnAlert alert, ReceiptId receipt, boolean firing) {
        jdbc.sql("UPDATE reliability_alert SET " + (firing ? "fired_receipt" : "resolved_receipt") + " = ?" + WHICH)
                .params(
                        receipt.value(),
                        tenant.value(),
                        alert.indicator().id(),
                        alert.rule().id(),
                        Utc.column(alert.firedAt()))
                .update();
    }

    private static BurnAlert read(ResultSet row) throws SQLException {
        return new BurnAlert(
                Indicator.parse(row.getString("indicator")).orElseThrow(),
                BurnRule.of(row.getString("rule")),
                new Target(row.getInt("target")),
                row.getDouble("burn_over"),
                row.getDouble("burn_lately"),
                Utc.instant(row.getObject("fired_at", LocalDateTime.class)),
                Optional.ofNullable(row.getString("fired_receipt")).map(ReceiptId::new),
                Optional.ofNullable(row.getObject("resolved_at", LocalDateTime.class))
                        .map(Utc::instant),
                Optional.ofNullable(row.getString("resolved_receipt")).map(ReceiptId::new));
    }
}
