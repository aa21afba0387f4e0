package io.switchboard.operations.entities.web;

import io.switchboard.operations.entities.Neighbour;
import io.switchboard.operations.entities.Neighbourhood;
import io.switchboard.operations.entities.Relation;
import java.util.List;

/** A neighbourhood on the wire: {@code total} and {@code rings} count everything within reach, {@code cut} says that not all of it is listed. */
record NeighbourhoodJson(List<NodeJson> nodes, List<EdgeJson> edges, Total total, List<Long> rings, boolean cut) {

    record NodeJson(String id, String key, String type, String title, int distance) {

        static NodeJson of(Neighbour node) {
            return new NodeJson(node.id().value(), node.key(), node.type(), node.title(), node.distance());
        }
    }

    record EdgeJson(String from, String to, String type, boolean directed) {

        static EdgeJson of(Relation edge) {
            return new EdgeJson(edge.from().value(), edge.to().value(), edge.type(), edge.directed());
        }
    }

    record Total(long nodes, long edges) {}

    static NeighbourhoodJson of(Neighbourhood near) {
        return new NeighbourhoodJson(
                near.nodes().stream().map(NodeJson::of).toList(),
                near.edges().stream().map(EdgeJson::of).toList(),
                new Total(near.totalNodes(), near.totalEdges()),
                near.rings(),
                near.cut());
    }
}
