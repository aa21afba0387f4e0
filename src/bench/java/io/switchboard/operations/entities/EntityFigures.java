package io.switchboard.operations.entities;

import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.operations.entities.graph.CompactGraph;
import io.switchboard.operations.entities.graph.Steps;
import io.switchboard.operations.entities.graph.Walked;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** How many nodes are within four hops: our walk against Cypher in an embedded Neo4j, on the same graph, from the same nodes, in turns; the sets of nodes are compared first. */
public final class EntityFigures {

    private static final int HOPS = 4;
    private static final int COMPARED = 100;
    private static final int WARM_UP = 1_000;
    private static final int QUESTIONS = 1_000;
    private static final double AT_LEAST = 50;
    private static final String REACHED = "MATCH (a:N {id: $id})-[:E*0..4]->(b) RETURN ";

    private final CompactGraph graph;
    private final Neo4j neo4j;

    private EntityFigures(CompactGraph graph, Neo4j neo4j) {
        this.graph = graph;
        this.neo4j = neo4j;
    }

    public static void measure(Report report, Path home) throws Exception {
        var scale = new ScaleGraph();
        try (var neo4j = new Neo4j(home)) {
            neo4j.load(scale);
            new EntityFigures(scale.compact(), neo4j).rounds(report);
        }
    }

    private void rounds(Report report) throws Exception {
        var random = new Random(99);
        for (int i = 0; i < COMPARED; i++) {
            requireEqual(random.nextInt(ScaleGraph.NODES));
        }
        alternate(new Rounds(), new Rounds(), new Rounds(), WARM_UP, random);
        var ours = new Rounds();
        var both = new Rounds();
        var cypher = new Rounds();
        alternate(ours, both, cypher, QUESTIONS, random);
        report.add(
                "entities.4-hop-p95",
                ours.quantile(0.95) * 1e6,
                "us",
                cypher.quantile(0.95) / ours.quantile(0.95),
                "neo4j-cypher",
                AT_LEAST);
        report.add(
                "entities.4-hop-median",
                ours.median() * 1e6,
                "us",
                cypher.median() / ours.median(),
                "neo4j-cypher",
                AT_LEAST);
        System.out.printf(
                "Both ways, which reaches most of the graph: p95 %.0f us; Cypher along edges: p95 %.0f us%n",
                both.quantile(0.95) * 1e6, cypher.quantile(0.95) * 1e6);
    }

    private void alternate(Rounds ours, Rounds both, Rounds cypher, int times, Random random) throws Exception {
        for (int i = 0; i < times; i++) {
            int start = random.nextInt(ScaleGraph.NODES);
            long[] counts = new long[2];
            ours.time(() -> counts[0] = graph.walk(steps(start, false), Walked::total));
            cypher.time(() -> counts[1] = (Long) ask("count(DISTINCT b)", start));
            both.time(() -> graph.walk(steps(start, true), Walked::total));
            if (counts[0] != counts[1]) {
                throw new IllegalStateException(start + ": " + counts[0] + " and " + counts[1]);
            }
        }
    }

    private void requireEqual(int start) throws Exception {
        var ours = new TreeSet<Long>();
        graph.walk(steps(start, false), walked -> IntStream.of(walked.nearest(walked.total())))
                .forEach(node -> ours.add((long) node));
        var theirs = new TreeSet<Long>();
        ((Collection<?>) ask("collect(DISTINCT b.id)", start)).forEach(id -> theirs.add(((Number) id).longValue()));
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("from " + start + " we reach " + ours + ", and Neo4j " + theirs);
        }
    }

    private Object ask(String what, int start) throws Exception {
        return neo4j.run(REACHED + what, Map.of("id", start));
    }

    private Steps steps(int start, boolean bothWays) {
        return new Steps(
                start,
                HOPS,
                true,
                bothWays,
                all(graph.nodeTypes().size()),
                all(graph.edgeTypes().size()));
    }

    private static BitSet all(int size) {
        var all = new BitSet();
        all.set(0, size);
        return all;
    }
}
