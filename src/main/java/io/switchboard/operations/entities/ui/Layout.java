package io.switchboard.operations.entities.ui;

import io.switchboard.operations.entities.Neighbour;
import io.switchboard.operations.entities.Neighbourhood;
import io.switchboard.operations.entities.Relation;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places entities on circles around the start, a distance at a time, each about where its nearer neighbours are. A distance with many entities takes several circles. The same
 * neighbourhood always has the same places.
 */
final class Layout {

    private static final double FIRST = 96;

    private final Neighbourhood near;
    private final double room;
    private final double betweenCircles;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Double> wishes = new HashMap<>();
    private double radius;

    private Layout(Neighbourhood near, double room, double betweenCircles) {
        this.near = near;
        this.room = room;
        this.betweenCircles = betweenCircles;
    }

    record Place(double x, double y) {

        double angle() {
            return Math.atan2(y, x);
        }
    }

    /** {@code room} is the least distance along a circle, {@code betweenCircles} that from one to the next. */
    static Layout of(Neighbourhood near, double room, double betweenCircles) {
        var layout = new Layout(near, room, betweenCircles);
        layout.places.put(near.start().id().value(), new Place(0, 0));
        for (int distance = 1; distance < near.rings().size(); distance++) {
            layout.place(distance);
        }
        return layout;
    }

    Place of(Neighbour node) {
        return of(node.id().value());
    }

    Place of(String id) {
        return places.getOrDefault(id, new Place(0, 0));
    }

    /** All places. */
    Collection<Place> all() {
        return places.values();
    }

    private void place(int distance) {
        var ring = inOrder(distance);
        radius += ring.isEmpty() ? 0 : distance == 1 ? FIRST : 1.7 * betweenCircles;
        for (int begin = 0; begin < ring.size(); ) {
            int count = Math.min(ring.size() - begin, (int) (2 * Math.PI * radius / room));
            circle(distance, ring.subList(begin, begin + count));
            begin += count;
            radius += begin < ring.size() ? betweenCircles : 0;
        }
    }

    private void circle(int distance, List<Neighbour> nodes) {
        var angles = distance == 1
                ? Angles.even(nodes.size())
                : Angles.apart(nodes.stream().map(this::wish).toList(), room / radius);
        for (int i = 0; i < nodes.size(); i++) {
            double angle = angles.get(i);
            places.put(nodes.get(i).id().value(), new Place(radius * Math.cos(angle), radius * Math.sin(angle)));
        }
    }

    private double wish(Neighbour node) {
        return wishes.getOrDefault(node.id().value(), 0.0);
    }

    private List<Neighbour> inOrder(int distance) {
        var sums = nearer();
        wishes.clear();
        sums.forEach((id, sum) -> wishes.put(id, sum.angle()));
        return near.nodes().stream()
                .filter(node -> node.distance() == distance)
                .sorted(Comparator.comparingDouble(this::wish).thenComparing(Neighbour::key))
                .toList();
    }

    /** Of each entity that has no place yet, the sum of the places of those that it hangs on. */
    private Map<String, Place> nearer() {
        var sums = new HashMap<String, Place>();
        for (Relation edge : near.edges()) {
            pull(sums, edge.from().value(), edge.to().value());
            pull(sums, edge.to().value(), edge.from().value());
        }
        return sums;
    }

    private void pull(Map<String, Place> sums, String placed, String other) {
        var by = places.get(placed);
        if (by != null && !places.containsKey(other)) {
            sums.merge(other, by, (a, b) -> new Place(a.x() + b.x(), a.y() + b.y()));
        }
    }
}
