package io.switchboard.operations.entities;

import io.switchboard.operations.entities.graph.Walked.Link;
import java.util.Comparator;
import java.util.List;

/** Edges among listed entities, in the order of that list, as many as an answer names. */
final class Relations {

    private static final Comparator<Link> ORDER = Comparator.comparingInt(Link::from)
            .thenComparingInt(Link::to)
            .thenComparing(Link::type)
            .thenComparing(Link::directed);

    private Relations() {}

    static List<Relation> named(List<Link> links, List<Neighbour> nodes) {
        return links.stream()
                .sorted(ORDER)
                .limit(Neighbourhood.MAX_EDGES)
                .map(link -> new Relation(
                        nodes.get(link.from()).id(), nodes.get(link.to()).id(), link.type(), link.directed()))
                .toList();
    }
}
