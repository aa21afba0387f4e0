package io.switchboard.operations.delivery;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The health of destinations as rows. A destination without one was never sent to. */
@Repository
class HealthRows {

    private final JdbcClient jdbc;

    HealthRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(Destination of, Health health) {}

    Map<Destination, Health> all(TenantId tenant) {
        return jdbc
                .sql("SELECT * FROM delivery_health WHERE tenant_id = ?")
                .param(tenant.value())
                .query((row, _) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::of, Row::health));
    }

    Health of(TenantId tenant, Destination to) {
        return all(tenant).getOrDefault(to, Health.UNKNOWN);
    }

    void succeeded(TenantId tenant, Destination to, Instant now) {
        jdbc.sql("""
                        INSERT INTO delivery_health (tenant_id, kind, destination, succeeded_at) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE failing_since = NULL, succeeded_at = VALUES(succeeded_at)""")
                .params(tenant.value(), to.kind().wire(), to.name(), Utc.column(now))
                .update();
    }

    void failed(TenantId tenant, Destination to, Instant now) {
        jdbc.sql("""
                        INSERT INTO delivery_health (tenant_id, kind, destination, failing_since) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE failing_since = COALESCE(failing_since, VALUES(failing_since))""")
                .params(tenant.value(), to.kind().wire(), to.name(), Utc.column(now))
                .update();
    }

    /** False where it is switched off already. */
    boolean disable(TenantId tenant, Destination to, String why, Instant now) {
        return jdbc.sql("""
                        UPDATE delivery_health SET disabled_at = ?, disabled_why = ?
                        WHERE tenant_id = ? AND kind = ? AND destination = ? AND disabled_at IS NULL""")
                        .params(Utc.column(now), why, tenant.value(), to.kind().wire(), to.name())
                        .update()
                == 1;
    }

    /** Begins its failures anew. False where it is switched on already. */
    boolean enable(TenantId tenant, Destination to) {
        return jdbc.sql("""
                        UPDATE delivery_health SET disabled_at = NULL, disabled_why = NULL, failing_since = NULL
                        WHERE tenant_id = ? AND kind = ? AND destination = ? AND disabled_at IS NOT NULL""").params(tenant.value(), to.kind().wire(), to.name()).update() == 1;
    }

    /** A destination of the same name that is made later is another one. */
    void forget(TenantId tenant, Destination to) {
        jdbc.sql("DELETE FROM delivery_health WHERE tenant_id = ? AND kind = ? AND destination = ?")
                .params(tenant.value(), to.kind().wire(), to.name())
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new Destination(Destination.Kind.of(row.getString("kind")), row.getString("destination")),
                new Health(
                        instant(row, "failing_since"),
                        instant(row, "succeeded_at"),
                        instant(row, "disabled_at"),
                        Optional.ofNullable(row.getString("disabled_why")).orElse("")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
