package io.switchboard.operations.entities;

import io.switchboard.kernel.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A graph for tests, written as an import will write it: rows, then the new revision. */
public final class TestGraph {

    private static final String AT = "UTC_TIMESTAMP(6)";

    private final Map<String, Node> nodes = new TreeMap<>();
    private final Set<Edge> edges = new HashSet<>();

    public record Node(EntityId id, String key, String type, String title) {}

    public record Edge(String from, String to, String type, boolean directed) {

        String key() {
            return from + "→" + type + "→" + to;
        }
    }

    public TestGraph node(String key, String type) {
        return node(key, type, "");
    }

    public TestGraph node(String key, String type, String title) {
        nodes.put(key, new Node(EntityId.random(), key, type, title));
        return this;
    }

    public TestGraph edge(String from, String type, String to) {
        edges.add(new Edge(from, to, type, true));
        return this;
    }

    public TestGraph both(String one, String type, String other) {
        boolean inOrder = one.compareTo(other) <= 0;
        edges.add(new Edge(inOrder ? one : other, inOrder ? other : one, type, false));
        return this;
    }

    /** Nodes {@code n0} …, with loops, cycles, parallel edges of several types, undirected ones, and some that lead nowhere. */
    static TestGraph random(Random random, int size) {
        var graph = new TestGraph();
        for (int i = 0; i < size; i++) {
            graph.node("n" + i, "type" + random.nextInt(4), random.nextBoolean() ? "" : "Node " + i);
        }
        for (int i = 0; i < 2 * size; i++) {
            var from = "n" + random.nextInt(size + 2);
            var to = random.nextInt(10) == 0 ? from : "n" + random.nextInt(size);
            var type = "edge" + random.nextInt(3);
            if (graph.edges.stream().noneMatch(edge -> edge.key().equals(from + "→" + type + "→" + to))) {
                graph.add(random.nextInt(4) == 0, from, type, to);
            }
        }
        return graph;
    }

    private void add(boolean undirected, String from, String type, String to) {
        if (!undirected) {
            edge(from, type, to);
        } else if (edges.stream().noneMatch(edge -> edge.key().equals(to + "→" + type + "→" + from))) {
            both(from, type, to);
        }
    }

    public EntityId id(String key) {
        return node(key).id();
    }

    Node node(String key) {
        return java.util.Objects.requireNonNull(nodes.get(key), key);
    }

    Set<String> keys() {
        return nodes.keySet();
    }

    Set<Edge> edges() {
        return edges;
    }

    public void write(DataSource database, TenantId tenant) {
        write(database, tenant, new Random(1));
    }

    /** In an order that {@code random} picks. */
    void write(DataSource database, TenantId tenant, Random random) {
        var jdbc = new JdbcTemplate(database);
        jdbc.update("DELETE FROM element WHERE tenant_id = ?", tenant.value());
        jdbc.batchUpdate(
                "INSERT INTO element (tenant_id, element_id, element_key, from_key, to_key, type, title, directed, version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, "
                        + AT + ", " + AT + ")",
                shuffled(
                        Stream.concat(
                                        nodes.values().stream().map(node -> row(tenant, node)),
                                        edges.stream().map(edge -> row(tenant, edge)))
                                .toList(),
                        random));
        new GraphRevisions(JdbcClient.create(database)).changed(tenant);
    }

    private static Object[] row(TenantId tenant, Node node) {
        return new Object[] {tenant.value(), node.id().value(), node.key(), null, null, node.type(), node.title(), true
        };
    }

    private static Object[] row(TenantId tenant, Edge edge) {
        return new Object[] {
            tenant.value(),
            EntityId.random().value().replace("ent", "edg"),
            edge.key(),
            edge.from(),
            edge.to(),
            edge.type(),
            "",
            edge.directed()
        };
    }

    private static List<Object[]> shuffled(List<Object[]> rows, Random random) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** What a neighbourhood should be, by looking at every edge for every hop: distances by key. */
    Map<String, Integer> distances(String start, NeighbourhoodQuery query, Set<String> readable) {
        var distances = new LinkedHashMap<>(Map.of(start, 0));
        for (int hop = 1; hop <= query.hops(); hop++) {
            for (var from : List.copyOf(distances.keySet())) {
                for (var edge : edges) {
                    var to = edge.from().equals(from) && (!edge.directed() || query.direction() != Direction.IN)
                            ? edge.to()
                            : edge.to().equals(from) && (!edge.directed() || query.direction() != Direction.OUT)
                                    ? edge.from()
                                    : from;
                    var node = nodes.get(to);
                    if (node != null
                            && (query.via().isEmpty() || query.via().contains(edge.type()))
                            && (query.types().isEmpty() || query.types().contains(node.type()))
                            && readable.contains(node.type())) {
                        distances.putIfAbsent(to, hop);
                    }
                }
            }
        }
        return distances;
    }

    long edgesAmong(Set<String> keys, NeighbourhoodQuery query) {
        return edges.stream()
                .filter(edge -> keys.contains(edge.from()) && keys.contains(edge.to()))
                .filter(edge -> query.via().isEmpty() || query.via().contains(edge.type()))
                .count();
    }
}
