package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.Hash;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every checkpoint ever signed, the note as it left the portal. */
@Repository
class Checkpoints {

    private final JdbcClient jdbc;

    Checkpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantId tenant, Checkpoint checkpoint, String note, Instant now) {
        jdbc.sql("INSERT INTO log_checkpoint (tenant_id, tree_size, root, note, signed_at) VALUES (?, ?, ?, ?, ?)")
                .params(tenant.value(), checkpoint.size(), checkpoint.root().bytes(), note, Utc.column(now))
                .update();
    }

    Optional<String> newest(TenantId tenant) {
        return jdbc.sql("SELECT note FROM log_checkpoint WHERE tenant_id = ? ORDER BY tree_size DESC LIMIT 1")
                .param(tenant.value())
                .query(String.class)
                .optional();
    }

    Optional<Hash> root(TenantId tenant, long size) {
        return jdbc.sql("SELECT root FROM log_checkpoint WHERE tenant_id = ? AND tree_size = ?")
                .params(tenant.value(), size)
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .optional();
    }
}
