package io.switchboard.operations.entities;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.entities.graph.CompactGraph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The tenants' graphs in memory, all of them together within {@code switchboard.entities.memory}; those used longest ago go first. Whether a graph is still the tenant's is asked of
 * the database each time, so that any node sees what another has committed.
 */
@Component
class Graphs {

    private final GraphRevisions revisions;
    private final GraphLoader loader;
    private final long memory;
    private final Map<TenantId, GraphLoader.Loaded> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<TenantId, ReentrantLock> loading = new ConcurrentHashMap<>();

    Graphs(
            GraphRevisions revisions,
            GraphLoader loader,
            @Value("${switchboard.entities.memory:128MB}") DataSize memory) {
        this.revisions = revisions;
        this.loader = loader;
        this.memory = memory.toBytes();
    }

    /** The tenant's graph as it is committed; empty where it takes more than all memory that graphs may take. */
    Optional<CompactGraph> of(TenantId tenant) {
        var revision = revisions.current(tenant);
        return known(tenant, revision).orElseGet(() -> loaded(tenant, revision)).graph();
    }

    private synchronized Optional<GraphLoader.Loaded> known(TenantId tenant, String revision) {
        return Optional.ofNullable(kept.get(tenant))
                .filter(loaded -> loaded.revision().equals(revision));
    }

    /** Whoever asks meanwhile waits for the same load. */
    private GraphLoader.Loaded loaded(TenantId tenant, String revision) {
        var lock = loading.computeIfAbsent(tenant, _ -> new ReentrantLock());
        lock.lock();
        try {
            return known(tenant, revision).orElseGet(() -> keep(tenant, loader.load(tenant, memory)));
        } finally {
            lock.unlock();
        }
    }

    private synchronized GraphLoader.Loaded keep(TenantId tenant, GraphLoader.Loaded loaded) {
        kept.put(tenant, loaded);
        var oldestFirst = kept.keySet().iterator();
        while (bytes() > memory && !oldestFirst.next().equals(tenant)) {
            oldestFirst.remove();
        }
        return loaded;
    }

    /** How much memory the graphs take. */
    synchronized long bytes() {
        return kept.values().stream().mapToLong(GraphLoader.Loaded::bytes).sum();
    }
}
