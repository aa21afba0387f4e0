package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.TenantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other systems call members and groups. An external id that the source uses for another thing of its kind is Spring's {@code DuplicateKeyException}. */
@Repository
public class ExternalIds {

    private final JdbcClient jdbc;

    ExternalIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void set(TenantId tenant, String source, MemberId member, Optional<String> externalId) {
        set(tenant, source, "member", member.value(), externalId);
    }

    public void set(TenantId tenant, String source, GroupId group, Optional<String> externalId) {
        set(tenant, source, "group", group.value(), externalId);
    }

    private void set(TenantId tenant, String source, String kind, String target, Optional<String> externalId) {
        jdbc.sql("DELETE FROM external_id WHERE tenant_id = ? AND source = ? AND kind = ? AND target_id = ?")
                .params(tenant.value(), source, kind, target)
                .update();
        externalId.ifPresent(id -> jdbc.sql(
                        "INSERT INTO external_id (tenant_id, source, kind, external_id, target_id) VALUES (?, ?, ?, ?, ?)")
                .params(tenant.value(), source, kind, id, target)
                .update());
    }
}
