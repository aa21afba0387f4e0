package io.switchboard.operations.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Streams a stored file into staged rows, each validated and compared with its target on its way. Can be run again from the start at any time. What is compared was read
 * after the base revision, so a commit notices whatever has changed in between.
 */
@Component
class Staging {

    private static final int PAGE = 1_000;
    /** Of rows that can be long: so that a page of them, each with what was there before, is held and compared at once. */
    private static final int PAGE_OF_LONG = 200;

    private static final int PAGE_CHARS = 1 << 20;
    private static final int SHORTEST_ROW = 8;

    private final Sources sources;
    private final ImportRows rows;
    private final TargetLookup targets;
    private final Duplicates duplicates;
    private final Dangling dangling;
    private final PageWriting writing;

    Staging(
            Sources sources,
            ImportRows rows,
            TargetLookup targets,
            Duplicates duplicates,
            Dangling dangling,
            PageWriting writing) {
        this.sources = sources;
        this.rows = rows;
        this.targets = targets;
        this.duplicates = duplicates;
        this.dangling = dangling;
        this.writing = writing;
    }

    /** Answers what a person should know about how the file was read. */
    Optional<String> stage(ImportPlan plan, ImportTarget target, DiffSql sql) {
        rows.clear(plan);
        Optional<String> note;
        var seen = new SeenKeys(plan.source().bytes() / SHORTEST_ROW);
        var references = new References(target.table(), sql.present());
        int most = target.table().areRowsLong() ? PAGE_OF_LONG : PAGE;
        try (var source = sources.rows(plan, target, sql.present())) {
            note = source.note();
            try (var ahead = new ReadAhead(() -> page(source, most))) {
                stage(
                        plan,
                        new Comparison(target, sql.present(), plan.conflictMode()),
                        targets.of(plan, sql, rows.members(plan, sql)),
                        target.keyIgnoresCase() ? key -> seen.add(key.toLowerCase(Locale.ROOT)) : seen::add,
                        references,
                        ahead);
            }
        }
        if (seen.mayRepeat()) {
            duplicates.reject(plan, target, references::reject);
        }
        dangling.reject(plan, target, sql, references);
        return note;
    }

    private void stage(
            ImportPlan plan,
            Comparison comparison,
            Function<List<FileRow>, KnownTargets> targets,
            Consumer<String> seen,
            References references,
            ReadAhead ahead) {
        try (var pages = writing.of(plan)) {
            for (var read = ahead.next(); !read.isEmpty(); read = ahead.next()) {
                var known = targets.apply(read);
                var staged = seen(
                        seen,
                        read.stream().map(row -> comparison.compare(row, known)).toList());
                references.add(staged);
                RowPage.split(staged).forEach(pages::add);
            }
            pages.finish();
        }
    }

    private static List<FileRow> page(RowSource source, int most) {
        var page = new ArrayList<FileRow>(most);
        for (long chars = 0; page.size() < most && chars < PAGE_CHARS && source.hasNext(); ) {
            var row = source.next();
            page.add(row);
            chars += row.chars();
        }
        return page;
    }

    private static List<StagedRow> seen(Consumer<String> seen, List<StagedRow> rows) {
        for (var row : rows) {
            var key = row.key();
            if (key != null) {
                seen.accept(key);
            }
        }
        return rows;
    }
}
