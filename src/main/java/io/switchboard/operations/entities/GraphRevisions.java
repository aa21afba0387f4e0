package io.switchboard.operations.entities;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportCommitted;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a tenant's graph is known by. Not a number that counts: a database that was restored from a backup would count to the same number again, over other entities. Two changes of one
 * tenant wait for each other here.
 */
@Repository
class GraphRevisions {

    private static final String NONE = "";

    private final JdbcClient jdbc;

    GraphRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String current(TenantId tenant) {
        return jdbc.sql("SELECT revision FROM entity_graph WHERE tenant_id = ?")
                .param(tenant.value())
                .query(String.class)
                .optional()
                .orElse(NONE);
    }

    /** To be called in the transaction of every change of entities or edges. */
    void changed(TenantId tenant) {
        jdbc.sql(
                        "INSERT INTO entity_graph (tenant_id, revision) VALUES (?, ?) ON DUPLICATE KEY UPDATE revision = VALUES(revision)")
                .param(tenant.value())
                .param(UUID.randomUUID().toString())
                .update();
    }

    @EventListener(condition = "#event.kind() == 'entities'")
    void imported(ImportCommitted event) {
        changed(event.tenant());
    }
}
