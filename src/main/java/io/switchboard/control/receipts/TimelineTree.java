package io.switchboard.control.receipts;

import io.switchboard.control.receipts.TimelineRows.Row;
import io.switchboard.kernel.ReceiptId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts a thread's rows in the order of a tree: each after the one that it follows from, else as they were written. */
final class TimelineTree {

    /** A row and how many of the thread's rows it follows from. */
    record Node(Row row, int depth) {}

    private final Map<ReceiptId, Row> open = new LinkedHashMap<>();
    private final Map<ReceiptId, List<Row>> children;
    private final List<Node> ordered = new ArrayList<>();

    private TimelineTree(List<Row> rows) {
        rows.forEach(row -> open.put(id(row), row));
        children = rows.stream()
                .filter(row -> parent(row).isPresent())
                .collect(Collectors.groupingBy(row -> parent(row).orElseThrow()));
    }

    static List<Node> of(List<Row> rows) {
        var tree = new TimelineTree(rows);
        tree.begin(rows, row -> parent(row).filter(tree.open::containsKey).isEmpty());
        // Only rows that somebody edited follow from each other in a circle; they are shown all the same.
        tree.begin(rows, _ -> true);
        return tree.ordered;
    }

    private void begin(List<Row> rows, Predicate<Row> roots) {
        rows.stream().filter(roots).toList().forEach(row -> add(row, 0));
    }

    private void add(Row row, int depth) {
        if (open.remove(id(row)) != null) {
            ordered.add(new Node(row, depth));
            children.getOrDefault(id(row), List.of()).forEach(child -> add(child, depth + 1));
        }
    }

    private static ReceiptId id(Row row) {
        return row.row().receipt().id();
    }

    private static Optional<ReceiptId> parent(Row row) {
        return row.row().receipt().parent();
    }
}
