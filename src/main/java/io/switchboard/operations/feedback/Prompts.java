package io.switchboard.operations.feedback;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ImmutableContext;
import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * When a member is asked how something went: after a key moment, once for each moment, at most once in seven days, within a day or not at all, and never again after they said so.
 * The flag {@value #FLAG} stops it for tenants.
 */
@Service
public class Prompts {

    static final Duration COOLDOWN = Duration.ofDays(7);
    static final Duration FRESH = Duration.ofDays(1);

    private final JdbcClient jdbc;
    /** The flag that stops all questions, or those to some tenants. Where it is not defined, they are asked. */
    static final String FLAG = "feedback-prompts";

    private final Clock clock;
    private final Predicate<TenantId> asks;

    @Autowired
    Prompts(JdbcClient jdbc, Clock clock, Client flags) {
        this(jdbc, clock, tenant -> flags.getBooleanValue(FLAG, true, new ImmutableContext(tenant.value())));
    }

    Prompts(JdbcClient jdbc, Clock clock, Predicate<TenantId> asks) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.asks = asks;
    }

    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.actor().type() == Actor.Type.USER) {
            Moment.after(done.action()).ifPresent(moment -> remember(done.tenant(), done.actor(), moment));
        }
    }

    private void remember(TenantId tenant, Actor member, Moment moment) {
        jdbc.sql("INSERT IGNORE INTO feedback_prompt (tenant_id, member_id, moment, due_at) VALUES (?, ?, ?, ?)")
                .params(tenant.value(), member.id(), moment.wire(), Utc.column(clock.instant()))
                .update();
    }

    /** What to ask about now. Being answered is being shown: it is not asked about again. */
    public Optional<Moment> next(Caller caller) {
        var due = asks.test(caller.tenant()) && isOn(caller) ? due(caller) : Optional.<Moment>empty();
        due.ifPresent(moment -> shown(caller, moment));
        return due;
    }

    private Optional<Moment> due(Caller caller) {
        var now = clock.instant();
        return jdbc.sql("""
                        SELECT moment FROM feedback_prompt p
                         WHERE tenant_id = :tenant AND member_id = :member AND shown_at IS NULL AND due_at > :fresh
                           AND NOT EXISTS (SELECT 1 FROM feedback_prompt s WHERE s.tenant_id = p.tenant_id AND s.member_id = p.member_id
                                              AND s.shown_at > :cooled)
                         ORDER BY due_at DESC LIMIT 1""")
                .param("tenant", caller.tenant().value())
                .param("member", caller.actor().id())
                .param("fresh", Utc.column(now.minus(FRESH)))
                .param("cooled", Utc.column(now.minus(COOLDOWN)))
                .query((row, _) -> Moment.of(row.getString("moment")))
                .optional();
    }

    private void shown(Caller caller, Moment moment) {
        jdbc.sql("UPDATE feedback_prompt SET shown_at = ? WHERE tenant_id = ? AND member_id = ? AND moment = ?")
                .params(
                        Utc.column(clock.instant()),
                        caller.tenant().value(),
                        caller.actor().id(),
                        moment.wire())
                .update();
    }

    /** Whether anybody is asked in a tenant. */
    public boolean asks(TenantId tenant) {
        return asks.test(tenant);
    }

    /** Whether the member lets themselves be asked; until they say otherwise they do. */
    public boolean isOn(Caller caller) {
        return jdbc.sql("SELECT prompts FROM feedback_preference WHERE tenant_id = ? AND member_id = ?")
                .params(caller.tenant().value(), caller.actor().id())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    public void set(Caller caller, boolean on) {
        jdbc.sql("INSERT INTO feedback_preference (tenant_id, member_id, prompts) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE prompts = VALUES(prompts)")
                .params(caller.tenant().value(), caller.actor().id(), on)
                .update();
    }
}
