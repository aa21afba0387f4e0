package io.switchboard.insight.assurance;

import io.switchboard.kernel.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code posture_claim}: what was last found, claim by claim in the order of reading. */
@Repository
class StoredClaims {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StoredClaims(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<PostureClaim> of(TenantId tenant) {
        return jdbc.sql("SELECT claim FROM posture_claim WHERE tenant_id = ? ORDER BY position")
                .param(tenant.value())
                .query((row, number) -> JSON.readValue(row.getString(1), PostureClaim.class))
                .list();
    }

    void put(TenantId tenant, List<PostureClaim> claims) {
        transaction.executeWithoutResult(_ -> {
            for (int position = 0; position < claims.size(); position++) {
                jdbc.sql("INSERT INTO posture_claim (tenant_id, position, claim) VALUES (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE claim = VALUES(claim)")
                        .params(tenant.value(), position, JSON.writeValueAsString(claims.get(position)))
                        .update();
            }
            jdbc.sql("DELETE FROM posture_claim WHERE tenant_id = ? AND position >= ?")
                    .params(tenant.value(), claims.size())
                    .update();
        });
    }
}
