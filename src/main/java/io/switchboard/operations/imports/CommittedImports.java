package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of the tenant's imports changed something: asked by whoever compares changes with their receipts. */
@Component
public class CommittedImports {

    private final JdbcClient jdbc;

    CommittedImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their ids. */
    public List<ImportId> of(TenantId tenant) {
        return jdbc.sql("SELECT import_id FROM import_plan WHERE tenant_id = ? AND status = ? ORDER BY import_id")
                .params(tenant.value(), ImportStatus.COMMITTED.name())
                .query((row, number) -> new ImportId(row.getString(1)))
                .list();
    }
}
