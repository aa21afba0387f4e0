package io.switchboard.control.flags;

import io.switchboard.control.approvals.TicketId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ramps and their events as rows of the tenant {@code platform}. Written under the lock of {@link FlagRows#lock}. */
@Repository
class RampRows {

    private final JdbcClient jdbc;
    private final PlatformTenant platform;

    RampRows(JdbcClient jdbc, PlatformTenant platform) {
        this.jdbc = jdbc;
        this.platform = platform;
    }

    /** The flag's last one, active or not. */
    Optional<Ramp> latest(FlagKey flag) {
        return jdbc
                .sql("SELECT * FROM flag_ramp WHERE tenant_id = ? AND flag = ? ORDER BY number DESC LIMIT 1")
                .params(platform.id().value(), flag.value())
                .query((row, _) -> head(row))
                .list()
                .stream()
                .map(this::withEvents)
                .findFirst();
    }

    Optional<Ramp> active(FlagKey flag) {
        return latest(flag).filter(ramp -> ramp.state().isActive());
    }

    /** Of all flags. */
    List<Ramp> active() {
        return platform.find()
                .map(Tenant::id)
                .map(tenant -> jdbc
                        .sql(
                                "SELECT * FROM flag_ramp WHERE tenant_id = ? AND state NOT IN ('done', 'rolled-back') ORDER BY flag")
                        .param(tenant.value())
                        .query((row, _) -> head(row))
                        .list()
                        .stream()
                        .map(this::withEvents)
                        .toList())
                .orElse(List.of());
    }

    private record Head(FlagKey flag, int number, String plan, Instant startsAt) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                new FlagKey(row.getString("flag")),
                row.getInt("number"),
                row.getString("plan"),
                instant(row, "starts_at"));
    }

    private Ramp withEvents(Head head) {
        var events = jdbc.sql(
                        "SELECT * FROM flag_ramp_event WHERE tenant_id = ? AND flag = ? AND number = ? ORDER BY sequence")
                .params(platform.id().value(), head.flag().value(), head.number())
                .query((row, _) -> event(row))
                .list();
        return new Ramp(
                head.flag(),
                head.number(),
                RampText.plan(head.plan()),
                head.startsAt(),
                RampText.before(head.plan()),
                events);
    }

    void add(Ramp ramp) {
        jdbc.sql("INSERT INTO flag_ramp (tenant_id, flag, number, plan, starts_at, state) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        platform.id().value(),
                        ramp.flag().value(),
                        ramp.number(),
                        RampText.text(ramp.plan(), ramp.before()),
                        Utc.column(ramp.startsAt()),
                        ramp.state().wire())
                .update();
        ramp.events().forEach(event -> add(ramp, event));
    }

    /** {@code ramp}: with the event. */
    void append(Ramp ramp) {
        add(ramp, ramp.last());
        jdbc.sql("UPDATE flag_ramp SET state = ? WHERE tenant_id = ? AND flag = ? AND number = ?")
                .params(ramp.state().wire(), platform.id().value(), ramp.flag().value(), ramp.number())
                .update();
    }

    private void add(Ramp ramp, RampEvent event) {
        jdbc.sql("""
                        INSERT INTO flag_ramp_event
                          (tenant_id, flag, number, sequence, kind, step, code, says, as_of, actor_type, actor_id, at, ticket_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        platform.id().value(),
                        ramp.flag().value(),
                        ramp.number(),
                        event.sequence(),
                        event.kind().wire(),
                        event.step(),
                        event.code(),
                        event.says(),
                        Utc.column(event.asOf()),
                        event.by().type().wire(),
                        event.by().id(),
                        Utc.column(event.at()))
                .param(event.ticket().map(TicketId::value).orElse(null))
                .update();
    }

    void receipted(String flag, ReceiptId receipt) {
        jdbc.sql("UPDATE flag_ramp_event SET receipt_id = ? WHERE tenant_id = ? AND flag = ? AND receipt_id IS NULL")
                .params(receipt.value(), platform.id().value(), flag)
                .update();
    }

    private static RampEvent event(ResultSet row) throws SQLException {
        return new RampEvent(
                row.getInt("sequence"),
                RampEvent.Kind.of(row.getString("kind")),
                row.getInt("step"),
                row.getString("code"),
                row.getString("says"),
                Optional.ofNullable(row.getString("ticket_id")).map(TicketId::new),
                instant(row, "as_of"),
                new Actor(Actor.Type.parse(row.getString("actor_type")).orElseThrow(), row.getString("actor_id")),
                instant(row, "at"),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, LocalDateTime.class));
    }
}
