package io.switchboard.insight.assurance;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code posture_pack_check}. */
@Repository
class PackRows {

    private final JdbcClient jdbc;

    PackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code held} is when the claim held, for one that does. */
    void add(TenantId tenant, String claim, PackClaim.PastCheck check, Optional<Instant> held) {
        jdbc.sql("""
                        REPLACE INTO posture_pack_check (tenant_id, claim_id, checked_at, holds, held_at, finding)
                        VALUES (:tenant, :claim, :at, :holds, :held, LEFT(:finding, 2000))""")
                .param("tenant", tenant.value())
                .param("claim", claim)
                .param("at", Utc.column(check.at()))
                .param("holds", check.holds())
                .param("held", held.map(Utc::column).orElse(null))
                .param("finding", check.finding())
                .update();
    }

    /** The latest first, before {@code now}. */
    List<PackClaim.PastCheck> before(TenantId tenant, String claim, Instant now, int most) {
        return jdbc.sql("""
                        SELECT checked_at, holds, finding FROM posture_pack_check
                        WHERE tenant_id = ? AND claim_id = ? AND checked_at < ? ORDER BY checked_at DESC LIMIT ?""")
                .params(tenant.value(), claim, Utc.column(now), most)
                .query((row, _) -> new PackClaim.PastCheck(
                        Utc.instant(row.getObject(1, LocalDateTime.class)), row.getBoolean(2), row.getString(3)))
                .list();
    }

    Optional<Instant> lastHeld(TenantId tenant, String claim) {
        return jdbc.sql(
                        "SELECT held_at FROM posture_pack_check WHERE tenant_id = ? AND claim_id = ? AND held_at IS NOT NULL ORDER BY held_at DESC LIMIT 1")
                .params(tenant.value(), claim)
                .query((row, _) -> Utc.instant(row.getObject(1, LocalDateTime.class)))
                .optional();
    }
}
