package io.switchboard.operations.entities.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Angles on one circle, in radians. */
final class Angles {

    private Angles() {}

    static List<Double> even(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> 2 * Math.PI * i / count - Math.PI)
                .toList();
    }

    /**
     * Angles at least {@code gap} apart that together miss their wishes, which ascend, the least (isotonic regression by pooling adjacent violators). Where a circle has no room for that,
     * they are even.
     */
    static List<Double> apart(List<Double> wishes, double gap) {
        var pools = new ArrayList<Pool>();
        for (int i = 0; i < wishes.size(); i++) {
            var pool = new Pool(wishes.get(i) - i * gap, 1);
            while (!pools.isEmpty() && pools.getLast().mean() >= pool.mean()) {
                pool = pool.with(pools.removeLast());
            }
            pools.add(pool);
        }
        var angles = new ArrayList<Double>();
        for (var pool : pools) {
            for (int i = 0; i < pool.count(); i++) {
                angles.add(pool.mean() + angles.size() * gap);
            }
        }
        boolean fits = angles.isEmpty() || angles.getLast() - angles.getFirst() <= 2 * Math.PI - gap;
        return fits ? angles : even(wishes.size());
    }

    private record Pool(double sum, int count) {

        double mean() {
            return sum / count;
        }

        Pool with(Pool other) {
            return new Pool(sum + other.sum, count + other.count);
        }
    }
}
