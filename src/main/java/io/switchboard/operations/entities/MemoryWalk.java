package io.switchboard.operations.entities;

import io.switchboard.operations.entities.graph.CompactGraph;
import io.switchboard.operations.entities.graph.Steps;
import io.switchboard.operations.entities.graph.Walked;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A neighbourhood from the graph in memory. */
record MemoryWalk(CompactGraph graph) {

    Optional<Neighbourhood> from(EntityId start, NeighbourhoodQuery query, Reading reading) {
        int node = graph.find(start.value());
        if (node < 0) {
            return Optional.empty();
        }
        var types = reading.of(graph.nodeTypes());
        return types.contains(graph.type(node))
                ? Optional.of(graph.walk(steps(node, query, types), walked -> read(walked, query)))
                : Optional.empty();
    }

    private Steps steps(int start, NeighbourhoodQuery query, Set<String> readable) {
        return new Steps(
                start,
                query.hops(),
                query.direction().follows(),
                query.direction().goesAgainst(),
                open(graph.nodeTypes(), type -> readable.contains(type) && query.opens(type)),
                open(graph.edgeTypes(), query::leadsOver));
    }

    private static BitSet open(List<String> types, Predicate<String> opens) {
        var open = new BitSet();
        for (int type = 0; type < types.size(); type++) {
            open.set(type, opens.test(types.get(type)));
        }
        return open;
    }

    private Neighbourhood read(Walked walked, NeighbourhoodQuery query) {
        var nearest = walked.nearest(query.limit());
        var rings = walked.rings();
        var nodes = IntStream.range(0, nearest.length)
                .mapToObj(place -> neighbour(nearest[place], distance(place, rings)))
                .toList();
        return new Neighbourhood(
                nodes,
                Relations.named(walked.among(nearest), nodes),
                Arrays.stream(rings).mapToObj(Long::valueOf).toList(),
                walked.edges());
    }

    private static int distance(int place, int[] rings) {
        int distance = 0;
        for (int before = rings[0]; before <= place; before += rings[distance]) {
            distance++;
        }
        return distance;
    }

    private Neighbour neighbour(int node, int distance) {
        return new Neighbour(
                new EntityId(graph.id(node)), graph.key(node), graph.type(node), graph.title(node), distance);
    }
}
