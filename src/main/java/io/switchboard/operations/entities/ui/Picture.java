package io.switchboard.operations.entities.ui;

import io.switchboard.operations.entities.EntityId;
import io.switchboard.operations.entities.Neighbour;
import io.switchboard.operations.entities.Neighbourhood;
import io.switchboard.operations.entities.Relation;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A neighbourhood as SVG: the start in the middle, entities as links with the mark of their type, edges with arrows where they have a direction. */
final class Picture {

    private static final int NAMED = 40;
    private static final int LONGEST_NAME = 14;
    private static final double NODE = 12;
    private static final double MARGIN = 56;

    private final Neighbourhood near;
    private final TypeMarks marks;
    private final Layout layout;
    private final boolean named;
    private final Function<EntityId, String> addresses;
    private final Map<EntityId, Neighbour> byId;
    private final Svg svg = new Svg();

    private Picture(Neighbourhood near, TypeMarks marks, Function<EntityId, String> addresses) {
        this.near = near;
        this.marks = marks;
        this.addresses = addresses;
        this.named = near.nodes().size() <= NAMED;
        this.layout = named ? Layout.of(near, 92, 56) : Layout.of(near, 30, 34);
        this.byId = near.nodes().stream().collect(Collectors.toMap(Neighbour::id, Function.identity()));
    }

    /** {@code addresses} says where an entity's link leads. */
    static String of(Neighbourhood near, TypeMarks marks, Function<EntityId, String> addresses) {
        return new Picture(near, marks, addresses).draw();
    }

    private String draw() {
        double left = side(Layout.Place::x, -1);
        double top = side(Layout.Place::y, -1);
        double width = side(Layout.Place::x, 1) + left;
        double height = side(Layout.Place::y, 1) + top;
        svg.add(
                "<svg class=\"entity-drawing\" width=\"%.1f\" height=\"%.1f\" viewBox=\"%.1f %.1f %.1f %.1f\" role=\"group\" aria-label=\"%s\">",
                width,
                height,
                -left,
                -top,
                width,
                height,
                "What is near " + near.start().name() + ": " + (near.nodes().size() - 1)
                        + " entities, the nearest in the middle. The tables below say the same.");
        svg.add(
                "<defs><marker id=\"entity-arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
                        + "<path class=\"entity-arrow\" d=\"M0 0L8 4L0 8z\"/></marker></defs>");
        near.edges().forEach(this::edge);
        near.nodes().forEach(this::node);
        return svg.add("</svg>").toString();
    }

    /** How far the drawing reaches from the start to one side. */
    private double side(ToDoubleFunction<Layout.Place> of, int sign) {
        return MARGIN
                + layout.all().stream()
                        .mapToDouble(place -> sign * of.applyAsDouble(place))
                        .max()
                        .orElse(0);
    }

    private void edge(Relation edge) {
        var from = layout.of(edge.from().value());
        var to = layout.of(edge.to().value());
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        if (length == 0) {
            loop(from, edge);
            return;
        }
        double dx = (to.x() - from.x()) / length * (NODE + 1);
        double dy = (to.y() - from.y()) / length * (NODE + 1);
        svg.add(
                "<line class=\"entity-edge\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"" + arrow(edge)
                        + "><title>%s</title></line>",
                from.x() + dx,
                from.y() + dy,
                to.x() - dx,
                to.y() - dy,
                words(edge));
    }

    private void loop(Layout.Place at, Relation edge) {
        svg.add(
                "<circle class=\"entity-edge\" cx=\"%.1f\" cy=\"%.1f\" r=\"9\"><title>%s</title></circle>",
                at.x(), at.y() - NODE - 5, words(edge));
    }

    private void node(Neighbour node) {
        var at = layout.of(node);
        svg.add(
                "<a class=\"%s\" href=\"%s\" data-entity=\"%s\" aria-label=\"%s\" transform=\"translate(%.1f %.1f)\"><title>%s</title><circle r=\"%.1f\"/>"
                        + "<text class=\"entity-mark\" dy=\"0.35em\">%s</text>",
                node.distance() == 0 ? "entity-node entity-start" : "entity-node",
                addresses.apply(node.id()),
                node.id(),
                words(node),
                at.x(),
                at.y(),
                words(node),
                NODE,
                marks.of(node.type()));
        if (named) {
            svg.add("<text class=\"entity-label\" y=\"%.1f\">%s</text>", NODE + 13, shortened(node.name()));
        }
        svg.add("</a>");
    }

    private static String arrow(Relation edge) {
        return edge.directed() ? " marker-end=\"url(#entity-arrow)\"" : "";
    }

    private static String words(Neighbour node) {
        return node.name() + ", " + node.type() + ", "
                + (node.distance() == 0 ? "the start" : Numbers.of(node.distance(), "hop", "hops") + " away");
    }

    private String words(Relation edge) {
        return name(edge.from()) + (edge.directed() ? " → " : " ↔ ") + name(edge.to()) + ": " + edge.type();
    }

    private String name(EntityId id) {
        var node = byId.get(id);
        return node == null ? id.value() : node.name();
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
