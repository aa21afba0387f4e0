package io.switchboard.operations.entities;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.entities.graph.CompactGraph;
import io.switchboard.operations.entities.graph.GraphBuilder;
import io.switchboard.operations.entities.graph.GraphTooLarge;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a tenant's graph in one pass over one snapshot, so that revision, entities and edges belong together. */
@Component
class GraphLoader {

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcTemplate streaming;
    private final GraphRevisions revisions;
    private final TransactionTemplate snapshot;

    GraphLoader(DataSource database, PlatformTransactionManager transactions) {
        streaming = new JdbcTemplate(database);
        streaming.setFetchSize(ROWS_AT_ONCE);
        revisions = new GraphRevisions(JdbcClient.create(database));
        snapshot = Snapshots.on(transactions);
    }

    /** A graph as of a revision; without one where it takes more than {@code bytes}. */
    record Loaded(String revision, Optional<CompactGraph> graph) {

        long bytes() {
            return graph.map(CompactGraph::bytes).orElse(0L);
        }
    }

    Loaded load(TenantId tenant, long bytes) {
        return snapshot.execute(status -> new Loaded(revisions.current(tenant), graph(tenant, bytes)));
    }

    private Optional<CompactGraph> graph(TenantId tenant, long bytes) {
        try {
            var builder = new GraphBuilder(bytes);
            nodes(tenant, builder);
            edges(tenant, builder);
            return Optional.of(builder.build());
        } catch (GraphTooLarge e) {
            return Optional.empty();
        }
    }

    private void nodes(TenantId tenant, GraphBuilder builder) {
        streaming.query(
                "SELECT element_id, element_key, type, title FROM element WHERE tenant_id = ? AND from_key IS NULL ORDER BY element_key",
                row -> {
                    builder.node(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
                },
                tenant.value());
    }

    private void edges(TenantId tenant, GraphBuilder builder) {
        streaming.query(
                "SELECT from_key, to_key, type, directed FROM element WHERE tenant_id = ? AND from_key IS NOT NULL",
                row -> {
                    builder.edge(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4));
                },
                tenant.value());
    }
}
