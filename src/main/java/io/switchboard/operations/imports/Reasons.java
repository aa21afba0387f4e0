package io.switchboard.operations.imports;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many rows were rejected for which reason, by the reason's code; a row with two reasons counts with each. As text: {@code E-103=2,E-105=1}. */
record Reasons(Map<String, Long> rows) {

    static final Reasons NONE = new Reasons(Map.of());

    /** {@code codes} has the reasons of each rejected row. */
    static Reasons of(Stream<Collection<String>> codes) {
        return new Reasons(codes.flatMap(row -> row.stream().distinct())
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting())));
    }

    static Reasons parse(String text) {
        return text.isEmpty()
                ? NONE
                : new Reasons(Arrays.stream(text.split(","))
                        .map(pair -> pair.split("="))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1]))));
    }

    Reasons and(Reasons other) {
        var sum = new TreeMap<>(rows);
        other.rows.forEach((code, number) -> sum.merge(code, number, Long::sum));
        return new Reasons(sum);
    }

    @Override
    public String toString() {
        return new TreeMap<>(rows)
                .entrySet().stream()
                        .map(reason -> reason.getKey() + "=" + reason.getValue())
                        .collect(Collectors.joining(","));
    }
}
