package io.switchboard.operations.entities;

import io.switchboard.control.enforcement.NotViewable;
import io.switchboard.kernel.Caller;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * What is near an entity. From memory where the tenant's graph fits, else from the database, with the same result. Types that the caller may not read are neither named nor walked
 * through; whoever may read none gets {@link NotViewable}.
 */
@Service
public class EntityGraph {

    private final EntityAccess access;
    private final Graphs graphs;
    private final DatabaseWalk database;

    EntityGraph(EntityAccess access, Graphs graphs, DatabaseWalk database) {
        this.access = access;
        this.graphs = graphs;
        this.database = database;
    }

    /** Empty where the tenant has no such entity, or none that the caller may read. */
    public Optional<Neighbourhood> neighbourhood(Caller caller, EntityId start, NeighbourhoodQuery query) {
        var reading = access.reading(caller);
        return graphs.of(caller.tenant())
                .map(graph -> new MemoryWalk(graph).from(start, query, reading))
                .orElseGet(() -> database.from(caller.tenant(), start, query, reading));
    }
}
