package io.switchboard.operations.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * Some hundred rows of a plan that follow each other in the file, as one JSON array. Per row: place (a line as a number, a pointer as a text), key, outcome's letter, then for an unchanged row version and digest, for a
 * reject its problems, for any other version, target id, raises (0 or 1), before, problems and the fields that the file has. {@code held} are those that
 * raise privileges.
 */
record RowPage(int first, int last, Tally tally, String content, List<StagedRow.Change> held) {

    private static final long MOST_CHARS = 1 << 20;

    /** How many rows of a page end how. */
    record Tally(int creates, int updates, int removes, int unchanged, int conflicts, int rejects, Reasons reasons) {

        static Tally of(List<ChangeKind> outcomes, Reasons reasons) {
            var counts = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
            outcomes.forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
            return new Tally(
                    counts.getOrDefault(ChangeKind.CREATE, 0),
                    counts.getOrDefault(ChangeKind.UPDATE, 0),
                    counts.getOrDefault(ChangeKind.REMOVE, 0),
                    counts.getOrDefault(ChangeKind.UNCHANGED, 0),
                    counts.getOrDefault(ChangeKind.CONFLICT, 0),
                    counts.getOrDefault(ChangeKind.REJECT, 0),
                    reasons);
        }
    }

    /** As few pages as stay below what a statement may have. */
    static List<RowPage> split(List<StagedRow> rows) {
        var pages = new ArrayList<RowPage>();
        int first = 0;
        long chars = 0;
        for (int i = 0; i < rows.size(); i++) {
            chars += rows.get(i).chars();
            if (chars > MOST_CHARS && i > first) {
                pages.add(of(rows.subList(first, i)));
                first = i;
                chars = rows.get(i).chars();
            }
        }
        pages.add(of(rows.subList(first, rows.size())));
        return pages;
    }

    private static Reasons reasons(List<StagedRow> rows) {
        return Reasons.of(rows.stream()
                .filter(StagedRow.Reject.class::isInstance)
                .map(row -> ((StagedRow.Reject) row)
                        .problems().stream().map(RowProblem::code).toList()));
    }

    static RowPage of(List<StagedRow> rows) {
        return new RowPage(
                rows.getFirst().number(),
                rows.getLast().number(),
                Tally.of(rows.stream().map(StagedRow::outcome).toList(), reasons(rows)),
                RowJson.write(rows),
                rows.stream()
                        .filter(row -> row instanceof StagedRow.Change change && change.raises())
                        .map(StagedRow.Change.class::cast)
                        .toList());
    }
}
