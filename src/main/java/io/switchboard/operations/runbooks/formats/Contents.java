package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file's documents are, and what of them is not taken over. */
final class Contents {

    private static final int MOST_IGNORED = 100;

    private final Map<String, Integer> byDialect = new LinkedHashMap<>();
    private final Map<String, Dialect> dialects = new LinkedHashMap<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private int others;

    void add(Tree tree) {
        Secrets.refuse(tree);
        RunbookRow.document(tree)
                .flatMap(RunbookRow::dialect)
                .ifPresentOrElse(dialect -> add(tree, dialect), () -> others++);
    }

    private void add(Tree tree, Dialect dialect) {
        dialects.put(dialect.id(), dialect);
        byDialect.merge(dialect.id(), 1, Integer::sum);
        var document = RunbookRow.document(tree).orElseThrow();
        ignored.addAll(dialect.translate(document, new Problems()).ignored());
    }

    List<String> ignored() {
        var names = new ArrayList<>(ignored);
        if (names.size() > MOST_IGNORED) {
            int more = names.size() - MOST_IGNORED;
            names.subList(MOST_IGNORED, names.size()).clear();
            names.add("and " + more + " more");
        }
        return names;
    }

    List<String> notes() {
        var parts = new ArrayList<String>();
        byDialect.forEach((id, count) -> parts.add(
                count + " " + dialects.getOrDefault(id, new HouseDialect()).title(count == 1)));
        if (others > 0) {
            parts.add(others + (others == 1 ? " document that is no runbook" : " documents that are no runbooks"));
        }
        return parts.isEmpty() ? List.of() : List.of("In the file: " + String.join(", ", parts) + ".");
    }
}
