package io.switchboard.insight.evaluation;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evaluations as rows. */
@Repository
class EvaluationRows {

    private final JdbcClient jdbc;

    EvaluationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Evaluation> find(TenantId tenant) {
        return jdbc.sql("SELECT * FROM evaluation_plan WHERE tenant_id = ?")
                .param(tenant.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Every tenant's. */
    Map<TenantId, Evaluation> all() {
        Map<TenantId, Evaluation> all = new HashMap<>();
        jdbc.sql("SELECT * FROM evaluation_plan")
                .query((RowCallbackHandler) row -> all.put(new TenantId(row.getString("tenant_id")), read(row)));
        return all;
    }

    /** Until the transaction ends nobody else gets past here for the tenant. */
    void lock(TenantId tenant) {
        jdbc.sql("SELECT begins_on FROM evaluation_plan WHERE tenant_id = ? FOR UPDATE")
                .param(tenant.value())
                .query((RowCallbackHandler) _ -> {});
    }

    void put(TenantId tenant, Evaluation evaluation) {
        jdbc.sql("""
                        REPLACE INTO evaluation_plan (tenant_id, begins_on, begun_at, actor_type, actor_id) VALUES (?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        evaluation.beginsOn(),
                        Utc.column(evaluation.begunAt()),
                        evaluation.begunBy().type().wire(),
                        evaluation.begunBy().id())
                .update();
    }

    void receipted(TenantId tenant, ReceiptId receipt) {
        jdbc.sql("UPDATE evaluation_plan SET receipt_id = ? WHERE tenant_id = ?")
                .params(receipt.value(), tenant.value())
                .update();
    }

    private static Evaluation read(ResultSet row) throws SQLException {
        return new Evaluation(
                row.getObject("begins_on", LocalDate.class),
                Utc.instant(row.getObject("begun_at", LocalDateTime.class)),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }
}
