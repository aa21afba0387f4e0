package io.switchboard.insight.trustcentre;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to requests, as rows. */
@Repository
class StepRows {

    private final JdbcClient jdbc;

    StepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ActionReceipted done, AccessId id, Optional<Subject> file) {
        jdbc.sql("""
                        INSERT INTO trustcentre_step (tenant_id, receipt_id, request_id, action, actor_type, actor_id, file, digest, occurred_at)
                        VALUES (:tenant, :receipt, :request, :action, :actorType, :actor, :file, :digest, :at)""")
                .param("tenant", done.tenant().value())
                .param("receipt", done.receipt().value())
                .param("request", id.value())
                .param("action", done.action().value())
                .param("actorType", done.actor().type().wire())
                .param("actor", done.actor().id())
                .param("file", file.map(Subject::id).orElse(null))
                .param("digest", file.map(it -> it.digest().hex()).orElse(null))
                .param("at", Utc.column(done.occurredAt()))
                .update();
    }

    /** The first first. */
    List<AccessStep> of(TenantId tenant, AccessId id) {
        return jdbc.sql("""
                        SELECT * FROM trustcentre_step WHERE tenant_id = ? AND request_id = ?
                        ORDER BY occurred_at, receipt_id""")
                .params(tenant.value(), id.value())
                .query((row, _) -> read(row))
                .list();
    }

    /** The receipt of the latest such step. */
    Optional<ReceiptId> receipt(TenantId tenant, AccessId id, ActionId action) {
        return of(tenant, id).stream()
                .filter(step -> step.action().equals(action))
                .map(AccessStep::receipt)
                .reduce((_, later) -> later);
    }

    private static AccessStep read(ResultSet row) throws SQLException {
        var file = row.getString("file");
        return new AccessStep(
                new ActionId(row.getString("action")),
                new ReceiptId(row.getString("receipt_id")),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                Utc.instant(row.getObject("occurred_at", LocalDateTime.class)),
                file == null
                        ? Optional.empty()
                        : Optional.of(new Subject("Document", file, new Sha256(row.getString("digest")))));
    }
}
