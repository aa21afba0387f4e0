package io.switchboard.operations.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.switchboard.control.enforcement.NotViewable;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

class EntityGraphTest {

    private static final DataSource DATABASE = TestDatabase.migrated("entities");
    private static final DataSize ENOUGH = DataSize.ofMegabytes(8);
    private static final DataSize NONE = DataSize.ofBytes(1);
    private static final NeighbourhoodQuery FOUR_HOPS =
            new NeighbourhoodQuery(4, Direction.BOTH, Set.of(), Set.of(), 200);

    private final TestEntities module = new TestEntities(DATABASE);
    private final TenantId tenant = TenantId.random();
    private final Caller caller = TestEntities.caller(tenant);

    @Test
    void findsWhatLookingAtEveryEdgeFindsInMemoryAndByTheDatabase() {
        var random = new Random(20_261_121);
        var memory = module.graph(ENOUGH);
        var database = module.graph(NONE);
        for (int round = 0; round < 25; round++) {
            var graph = TestGraph.random(random, 3 + random.nextInt(40));
            graph.write(DATABASE, tenant);
            for (int question = 0; question < 6; question++) {
                var query = query(random);
                var start = graph.keys().stream()
                        .skip(random.nextInt(3))
                        .findFirst()
                        .orElseThrow();
                module.hidden.clear();
                if (random.nextInt(3) == 0) {
                    module.hidden.add("type3");
                }
                compare(graph, start, query, memory);
                compare(graph, start, query, database);
                assertThat(database.neighbourhood(caller, graph.id(start), query))
                        .isEqualTo(memory.neighbourhood(caller, graph.id(start), query));
            }
        }
    }

    private static NeighbourhoodQuery query(Random random) {
        return new NeighbourhoodQuery(
                random.nextInt(7),
                List.of(Direction.OUT, Direction.IN, Direction.BOTH).get(random.nextInt(3)),
                random.nextInt(3) == 0 ? Set.of("type0", "type1", "type3") : Set.of(),
                random.nextInt(3) == 0 ? Set.of("edge0", "edge2") : Set.of(),
                1 + random.nextInt(30));
    }

    private void compare(TestGraph graph, String start, NeighbourhoodQuery query, EntityGraph tested) {
        var readable = Stream.of("type0", "type1", "type2", "type3")
                .filter(type -> !module.hidden.contains(type))
                .collect(Collectors.toSet());
        var found = tested.neighbourhood(caller, graph.id(start), query);
        if (!readable.contains(graph.node(start).type())) {
            assertThat(found).isEmpty();
            return;
        }
        var near = found.orElseThrow();
        var expected = graph.distances(start, query, readable);
        assertThat(near.rings()).isEqualTo(rings(expected));
        assertThat(near.totalEdges()).isEqualTo(graph.edgesAmong(expected.keySet(), query));
        assertThat(near.nodes())
                .extracting(Neighbour::key)
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .limit(query.limit())
                        .map(Map.Entry::getKey)
                        .toList());
        near.nodes().forEach(node -> assertThat(node.distance()).isEqualTo(expected.getOrDefault(node.key(), -1)));
        var shown = near.nodes().stream().map(Neighbour::key).collect(Collectors.toSet());
        assertThat(near.edges()).hasSize(Math.toIntExact(graph.edgesAmong(shown, query)));
        assertThat(near.cut()).isEqualTo(expected.size() > query.limit());
    }

    private static List<Long> rings(Map<String, Integer> distances) {
        var counts = new HashMap<Integer, Long>();
        distances.values().forEach(distance -> counts.merge(distance, 1L, Long::sum));
        return counts.keySet().stream().sorted().map(counts::get).toList();
    }

    @Test
    void answersTheSameHoweverTheRowsCameIn() {
        var graph = TestGraph.random(new Random(7), 60);
        graph.write(DATABASE, tenant, new Random(1));
        var first = module.graph(ENOUGH).neighbourhood(caller, graph.id("n0"), FOUR_HOPS);
        graph.write(DATABASE, tenant, new Random(2));
        assertThat(module.graph(ENOUGH).neighbourhood(caller, graph.id("n0"), FOUR_HOPS))
                .isEqualTo(first);
    }

    @Test
    void endsInCyclesAndCountsLoopsAndParallelEdgesOnce() {
        var graph = new TestGraph()
                .node("a", "service")
                .node("b", "service")
                .edge("a", "calls", "b")
                .edge("b", "calls", "a")
                .edge("a", "calls", "a")
                .edge("a", "owns", "b")
                .both("b", "knows", "b");
        graph.write(DATABASE, tenant);
        for (var memory : List.of(ENOUGH, NONE)) {
            var near = module.graph(memory)
                    .neighbourhood(caller, graph.id("a"), FOUR_HOPS)
                    .orElseThrow();
            assertThat(near.rings()).containsExactly(1L, 1L);
            assertThat(near.totalEdges()).isEqualTo(5);
            assertThat(near.edges()).hasSize(5);
            assertThat(near.cut()).isFalse();
        }
    }

    @Test
    void neitherShowsNorCrossesATypeThatMayNotBeRead() {
        var graph = new TestGraph()
                .node("app", "service")
                .node("ann", "person")
                .node("db", "service")
                .edge("app", "owned-by", "ann")
                .edge("ann", "owns", "db");
        graph.write(DATABASE, tenant);
        module.hidden.add("person");
        for (var memory : List.of(ENOUGH, NONE)) {
            var reading = module.graph(memory);
            assertThat(reading.neighbourhood(caller, graph.id("app"), FOUR_HOPS)
                            .orElseThrow()
                            .nodes())
                    .extracting(Neighbour::key)
                    .containsExactly("app");
            assertThat(reading.neighbourhood(caller, graph.id("ann"), FOUR_HOPS))
                    .isEmpty();
        }
    }

    @Test
    void refusesWhoeverMayReadNothing() {
        module.closed = true;
        assertThatExceptionOfType(NotViewable.class)
                .isThrownBy(() -> module.graph(ENOUGH).neighbourhood(caller, EntityId.random(), FOUR_HOPS));
        assertThatExceptionOfType(NotViewable.class)
                .isThrownBy(() -> module.entities().find(caller, EntityId.random()));
    }

    @Test
    void keepsTenantsWithTheSameKeysApart() {
        var other = TestEntities.caller(TenantId.random());
        var mine = new TestGraph().node("a", "service").node("b", "service").edge("a", "calls", "b");
        var theirs = new TestGraph()
                .node("a", "service")
                .node("b", "service")
                .node("c", "service")
                .edge("b", "calls", "c")
                .edge("c", "calls", "a");
        mine.write(DATABASE, tenant);
        theirs.write(DATABASE, other.tenant());
        for (var memory : List.of(ENOUGH, NONE)) {
            var reading = module.graph(memory);
            assertThat(reading.neighbourhood(caller, mine.id("a"), FOUR_HOPS)
                            .orElseThrow()
                            .rings())
                    .containsExactly(1L, 1L);
            assertThat(reading.neighbourhood(other, theirs.id("a"), FOUR_HOPS)
                            .orElseThrow()
                            .rings())
                    .containsExactly(1L, 1L, 1L);
            assertThat(reading.neighbourhood(caller, theirs.id("a"), FOUR_HOPS)).isEmpty();
        }
    }

    @Test
    void seesAChangeThatAnotherNodeCommitted() {
        var graph = new TestGraph().node("a", "service").node("b", "service");
        graph.write(DATABASE, tenant);
        var reading = module.graph(ENOUGH);
        assertThat(reading.neighbourhood(caller, graph.id("a"), FOUR_HOPS)
                        .orElseThrow()
                        .totalNodes())
                .isEqualTo(1);
        graph.edge("a", "calls", "b").write(DATABASE, tenant);
        assertThat(reading.neighbourhood(caller, graph.id("a"), FOUR_HOPS)
                        .orElseThrow()
                        .totalNodes())
                .isEqualTo(2);
    }

    @Test
    void keepsNothingThatWasNotCommitted() {
        var graph = new TestGraph().node("a", "service");
        graph.write(DATABASE, tenant);
        var graphs = module.graphs(ENOUGH);
        new TransactionTemplate(module.transactions()).executeWithoutResult(status -> {
            JdbcClient.create(DATABASE)
                    .sql("UPDATE element SET title = 'Never' WHERE tenant_id = ?")
                    .param(tenant.value())
                    .update();
            new GraphRevisions(JdbcClient.create(DATABASE)).changed(tenant);
            assertThat(graphs.of(tenant).orElseThrow().title(0)).isEmpty();
            status.setRollbackOnly();
        });
        assertThat(graphs.of(tenant).orElseThrow().title(0)).isEmpty();
    }

    @Test
    void letsTheGraphGoThatWasUsedLongestAgo() {
        var others = List.of(TenantId.random(), TenantId.random());
        var graph = TestGraph.random(new Random(3), 50);
        graph.write(DATABASE, tenant);
        others.forEach(other -> graph.write(DATABASE, other));
        var one = module.graphs(ENOUGH);
        one.of(tenant);
        var two = module.graphs(DataSize.ofBytes(one.bytes() * 5 / 2));
        var first = two.of(tenant).orElseThrow();
        var second = two.of(others.getFirst()).orElseThrow();
        assertThat(two.of(tenant)).containsSame(first);
        two.of(others.getLast());
        assertThat(two.of(tenant)).containsSame(first);
        assertThat(two.of(others.getFirst())).isPresent().isNotEqualTo(java.util.Optional.of(second));
        assertThat(two.bytes()).isEqualTo(2 * one.bytes());
    }
}
