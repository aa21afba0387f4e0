package io.switchboard.operations.entities;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.entities.graph.Walked.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same neighbourhood by a recursive query, for graphs that are too large for the memory. UNION keeps each entity once for each distance, so cycles end. */
@Component
class DatabaseWalk {

    private static final String NEAR = """
            WITH RECURSIVE reach (element_key, distance) AS (
                SELECT element_key, CAST(0 AS SIGNED) FROM element WHERE tenant_id = :tenant AND element_id = :start AND from_key IS NULL
                UNION
                SELECT n.element_key, r.distance + 1 FROM reach r
                JOIN element e ON e.tenant_id = :tenant AND e.from_key = r.element_key AND (:follows OR NOT e.directed) AND (:every OR e.type IN (:via))
                JOIN element n ON n.tenant_id = :tenant AND n.element_key = e.to_key AND n.from_key IS NULL AND n.type IN (:types)
                WHERE r.distance < :hops
                UNION
                SELECT n.element_key, r.distance + 1 FROM reach r
                JOIN element e ON e.tenant_id = :tenant AND e.to_key = r.element_key AND (:against OR NOT e.directed) AND (:every OR e.type IN (:via))
                JOIN element n ON n.tenant_id = :tenant AND n.element_key = e.from_key AND n.from_key IS NULL AND n.type IN (:types)
                WHERE r.distance < :hops
            ), near AS (SELECT element_key, MIN(distance) AS distance FROM reach GROUP BY element_key)
            """;
    private static final String RINGS = NEAR + "SELECT COUNT(*) FROM near GROUP BY distance ORDER BY distance";
    private static final String NODES = NEAR + """
            SELECT n.element_id, n.element_key, n.type, n.title, near.distance FROM near JOIN element n ON n.tenant_id = :tenant AND n.element_key = near.element_key
            ORDER BY near.distance, near.element_key LIMIT :limit""";
    private static final String EDGES = NEAR + """
            SELECT COUNT(*) FROM near a JOIN element e ON e.tenant_id = :tenant AND e.from_key = a.element_key AND (:every OR e.type IN (:via))
            JOIN near b ON b.element_key = e.to_key""";
    private static final String LINKS = """
            SELECT from_key, to_key, type, directed FROM element
            WHERE tenant_id = :tenant AND from_key IN (:keys) AND to_key IN (:keys) AND (:every OR type IN (:via))""";

    private final JdbcClient jdbc;
    private final EntityRows rows;
    private final TransactionTemplate snapshot;

    DatabaseWalk(JdbcClient jdbc, EntityRows rows, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.snapshot = Snapshots.on(transactions);
    }

    Optional<Neighbourhood> from(TenantId tenant, EntityId start, NeighbourhoodQuery query, Reading reading) {
        return snapshot.execute(status -> {
            var types =
                    reading.of(rows.types(tenant).stream().map(TypeCount::type).toList());
            return rows.find(tenant, start)
                    .filter(entity -> types.contains(entity.type()))
                    .map(entity -> read(params(tenant, start, query, types)));
        });
    }

    private Neighbourhood read(Map<String, Object> params) {
        var nodes = jdbc.sql(NODES)
                .params(params)
                .query((row, n) -> new Neighbour(
                        new EntityId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5)))
                .list();
        return new Neighbourhood(
                nodes,
                Relations.named(links(nodes, params), nodes),
                jdbc.sql(RINGS).params(params).query((row, n) -> row.getLong(1)).list(),
                jdbc.sql(EDGES).params(params).query(Long.class).single());
    }

    private List<Link> links(List<Neighbour> nodes, Map<String, Object> params) {
        var places = new HashMap<String, Integer>();
        nodes.forEach(node -> places.put(node.key(), places.size()));
        var keys = new HashMap<>(params);
        keys.put("keys", places.keySet());
        return jdbc.sql(LINKS)
                .params(keys)
                .query((row, n) -> new Link(
                        places.getOrDefault(row.getString(1), 0),
                        places.getOrDefault(row.getString(2), 0),
                        String.valueOf(row.getString(3)),
                        row.getBoolean(4)))
                .list();
    }

    private static Map<String, Object> params(
            TenantId tenant, EntityId start, NeighbourhoodQuery query, Set<String> readable) {
        var params = new HashMap<String, Object>();
        params.put("tenant", tenant.value());
        params.put("start", start.value());
        params.put("hops", query.hops());
        params.put("limit", query.limit());
        params.put("follows", query.direction().follows());
        params.put("against", query.direction().goesAgainst());
        params.put("every", query.via().isEmpty());
        params.put("via", notEmpty(query.via()));
        params.put("types", notEmpty(readable.stream().filter(query::opens).collect(Collectors.toSet())));
        return params;
    }

    /** {@code IN ()} is no SQL; no type is empty. */
    private static Set<String> notEmpty(Set<String> words) {
        return words.isEmpty() ? Set.of("") : words;
    }
}
