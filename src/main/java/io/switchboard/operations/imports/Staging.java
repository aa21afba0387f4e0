package io.switchboard.operations.imports;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Streams a stored file into staged rows, each validated and compared with its target on its way. Can be run again from the start at any time. What is compared was read
 * after the base revision, so a commit notices whatever has changed in between.
 */
@Component
class Staging {

    private static final int PAGE = 1_000;
    private static final int SHORTEST_ROW = 8;

    private final Sources sources;
    private final ImportRows rows;
    private final TargetLookup targets;
    private final Duplicates duplicates;
    private final PageWriting writing;

    Staging(Sources sources, ImportRows rows, TargetLookup targets, Duplicates duplicates, PageWriting writing) {
        this.sources = sources;
        this.rows = rows;
        this.targets = targets;
        this.duplicates = duplicates;
        this.writing = writing;
    }

    void stage(ImportPlan plan, ImportTarget target, DiffSql sql) {
        rows.clear(plan);
        var known = targets.of(plan, sql, rows.members(plan, sql));
        var comparison = new Comparison(target, sql.present());
        var seen = new SeenKeys(plan.source().bytes() / SHORTEST_ROW);
        try (var table = sources.table(plan);
                var pages = writing.of(plan)) {
            var reader =
                    new RowReader(target, target.checks(plan.tenant()), sql.present(), plan.mapping(), table.header());
            while (table.hasNext()) {
                var read = new ArrayList<FileRow>(PAGE);
                while (read.size() < PAGE && table.hasNext()) {
                    read.add(reader.read(table.next()));
                }
                var found = known.apply(read);
                pages.add(RowPage.of(seen(
                        seen,
                        read.stream().map(row -> comparison.compare(row, found)).toList())));
            }
            pages.finish();
        }
        if (seen.mayRepeat()) {
            duplicates.reject(plan, target.columns().getFirst().name());
        }
    }

    private static List<StagedRow> seen(SeenKeys seen, List<StagedRow> rows) {
        for (var row : rows) {
            var key = row.key();
            if (key != null) {
                seen.add(key);
            }
        }
        return rows;
    }
}
