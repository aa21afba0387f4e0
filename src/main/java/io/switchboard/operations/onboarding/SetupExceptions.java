package io.switchboard.operations.onboarding;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which steps tenants need not take. */
@Repository
class SetupExceptions {

    private final JdbcClient jdbc;

    SetupExceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<SetupStep, SetupException> of(TenantId tenant) {
        return jdbc
                .sql("SELECT * FROM setup_exception WHERE tenant_id = ?")
                .param(tenant.value())
                .query((row, _) -> read(row))
                .list() // a stream of JdbcClient would keep its connection
                .stream()
                .collect(Collectors.toMap(SetupException::step, Function.identity()));
    }

    private static SetupException read(ResultSet row) throws SQLException {
        return new SetupException(
                SetupStep.valueOf(row.getString("step")),
                row.getString("reason"),
                new Actor(Actor.Type.valueOf(row.getString("actor_type")), row.getString("actor_id")),
                Utc.instant(row.getObject("made_at", LocalDateTime.class)),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }

    /** False where there is one already. */
    boolean add(TenantId tenant, SetupStep step, String reason, Actor by, Instant now) {
        return jdbc.sql("INSERT IGNORE INTO setup_exception (tenant_id, step, reason, actor_type, actor_id, made_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")
                        .params(tenant.value(), step.name(), reason, by.type().name(), by.id(), Utc.column(now))
                        .update()
                == 1;
    }

    void receipted(TenantId tenant, SetupStep step, ReceiptId receipt) {
        jdbc.sql("UPDATE setup_exception SET receipt_id = ? WHERE tenant_id = ? AND step = ? AND receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), step.name())
                .update();
    }

    boolean remove(TenantId tenant, SetupStep step) {
        return jdbc.sql("DELETE FROM setup_exception WHERE tenant_id = ? AND step = ?")
                        .params(tenant.value(), step.name())
                        .update()
                == 1;
    }
}
