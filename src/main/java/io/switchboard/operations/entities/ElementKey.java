package io.switchboard.operations.entities;

import java.util.Map;

/**
 * What an element is found by: an entity by its key, an edge by {@code from→type→to}. Of an undirected edge the lesser key comes first. Cells are by column; a row that names an end is an
 * edge.
 */
final class ElementKey {

    static final String ARROW = "→";
    static final String ENTITY = "entity";
    static final String RELATED = "related";

    private final Map<String, String> cells;

    private ElementKey(Map<String, String> cells) {
        this.cells = cells;
    }

    /** Empty where a part of it is missing. */
    static String of(Map<String, String> cells) {
        return new ElementKey(cells).key();
    }

    static boolean isOfEdge(Map<String, String> cells) {
        return cells.containsKey("from") || cells.containsKey("to");
    }

    static boolean isOfEdge(String key) {
        return key.contains(ARROW);
    }

    /** The type that the row names, else the one of rows that name none. */
    static String type(Map<String, String> cells) {
        var named = cells.getOrDefault("type", "");
        return named.isEmpty() ? isOfEdge(cells) ? RELATED : ENTITY : named;
    }

    /** The end that an edge is kept as coming from. */
    static String from(Map<String, String> cells) {
        return cells.getOrDefault(isTurned(cells) ? "to" : "from", "");
    }

    static String to(Map<String, String> cells) {
        return cells.getOrDefault(isTurned(cells) ? "from" : "to", "");
    }

    private static boolean isTurned(Map<String, String> cells) {
        return !Directed.of(cells.getOrDefault("directed", "")).orElse(true)
                && cells.getOrDefault("from", "").compareTo(cells.getOrDefault("to", "")) > 0;
    }

    private String key() {
        if (!isOfEdge(cells)) {
            return cells.getOrDefault("id", "");
        }
        var from = from(cells);
        var to = to(cells);
        return from.isEmpty() || to.isEmpty() ? "" : from + ARROW + type(cells) + ARROW + to;
    }
}
