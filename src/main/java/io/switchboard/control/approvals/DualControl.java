package io.switchboard.control.approvals;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the approvals that were asked for in a time stand, and whether each that was used rests on enough approvals of others than whoever asked: recounted from the votes. */
@Repository
public class DualControl {

    private final JdbcClient jdbc;

    public DualControl(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code sound} of the {@code used} have at least their quorum of approvals by others, and no denial. */
    public record Adherence(long asked, long used, long sound, long approved, long denied, long expired, long open) {}

    /** Of the tickets asked for from {@code from} on and before {@code until}, as they stand at {@code now}. */
    public Adherence of(TenantId tenant, Instant from, Instant until, Instant now) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS asked, COALESCE(SUM(stands = 'used'), 0) AS used, COALESCE(SUM(stands = 'used' AND sound), 0) AS sound,
                               COALESCE(SUM(stands = 'approved'), 0) AS approved, COALESCE(SUM(stands = 'denied'), 0) AS denied,
                               COALESCE(SUM(stands = 'expired'), 0) AS expired, COALESCE(SUM(stands = 'open'), 0) AS open
                          FROM (SELECT CASE WHEN t.state IN ('open', 'approved') AND t.deadline <= :now THEN 'expired' ELSE t.state END AS stands,
                                       (SELECT COALESCE(SUM(v.verdict = 'approve'), 0) >= t.quorum AND COALESCE(SUM(v.verdict = 'deny'), 0) = 0 FROM approval_vote v
                                         WHERE v.tenant_id = t.tenant_id AND v.ticket_id = t.ticket_id
                                           AND NOT (v.approver_type = t.requester_type AND v.approver_id = t.requester_id)) AS sound
                                  FROM approval_ticket t WHERE t.tenant_id = :tenant AND t.requested_at >= :from AND t.requested_at < :until) AS tickets""")
                .param("tenant", tenant.value())
                .param("from", Utc.column(from))
                .param("until", Utc.column(until))
                .param("now", Utc.column(now))
                .query((row, _) -> new Adherence(
                        row.getLong("asked"),
                        row.getLong("used"),
                        row.getLong("sound"),
                        row.getLong("approved"),
                        row.getLong("denied"),
                        row.getLong("expired"),
                        row.getLong("open")))
                .single();
    }
}
