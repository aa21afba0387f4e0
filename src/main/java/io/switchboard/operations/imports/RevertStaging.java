package io.switchboard.operations.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Stages the inverse of a committed import, page by page: what each change comes to when it is undone now. Can be run again from the start at any time. */
@Component
class RevertStaging {

    private final Imports imports;
    private final Targets targets;
    private final DoneChanges done;
    private final TargetLookup lookup;
    private final ImportRows rows;
    private final Dangling dangling;
    private final PageWriting writing;

    RevertStaging(
            Imports imports,
            Targets targets,
            DoneChanges done,
            TargetLookup lookup,
            ImportRows rows,
            Dangling dangling,
            PageWriting writing) {
        this.imports = imports;
        this.targets = targets;
        this.done = done;
        this.lookup = lookup;
        this.rows = rows;
        this.dangling = dangling;
        this.writing = writing;
    }

    Optional<String> stage(ImportPlan plan, ImportTarget target, DiffSql sql) {
        rows.clear(plan);
        var committed =
                plan.reverts().flatMap(id -> imports.find(plan.tenant(), id)).orElseThrow();
        var fields = DiffSql.of(targets.of(plan.kind()), committed).present();
        var known = new HashMap<List<String>, List<Optional<String>>>();
        var undoing = new Undoing(
                target, sql.present(), unset -> known.computeIfAbsent(unset, _ -> lookup.defaults(plan, sql, unset)));
        var references = new References(target.table(), sql.present());
        try (var pages = writing.of(plan)) {
            int next = 1;
            for (int first : done.pages(committed)) {
                var page = page(plan, sql, undoing, next, done.page(committed, target.table(), first, fields));
                references.add(page);
                if (!page.isEmpty()) {
                    RowPage.split(page).forEach(pages::add);
                    next += page.size();
                }
            }
            pages.finish();
        }
        dangling.reject(plan, target, sql, references);
        return Optional.of(
                "Only what the import changed goes back. Rows that were changed since are left as they are.");
    }

    private List<StagedRow> page(ImportPlan plan, DiffSql sql, Undoing undoing, int first, List<DoneChange> changes) {
        var known =
                lookup.byKey(plan, sql, changes.stream().map(DoneChange::key).toList());
        var undone = new ArrayList<StagedRow>(changes.size());
        for (var change : changes) {
            undone.add(undoing.undo(first + undone.size(), change, known));
        }
        return unused(plan, sql, undone);
    }

    private List<StagedRow> unused(ImportPlan plan, DiffSql sql, List<StagedRow> undone) {
        var removed = undone.stream()
                .filter(row -> row.outcome() == ChangeKind.REMOVE)
                .map(StagedRow::key)
                .map(String::valueOf)
                .toList();
        var used = lookup.used(plan, sql, removed);
        return undone.stream()
                .map(row -> unused(row, key -> Optional.ofNullable(used.get(key))))
                .toList();
    }

    private static StagedRow unused(StagedRow row, Function<String, Optional<RowProblem>> used) {
        return row.outcome() == ChangeKind.REMOVE
                ? used.apply(String.valueOf(row.key()))
                        .<StagedRow>map(
                                problem -> new StagedRow.Reject(row.number(), row.place(), row.key(), List.of(problem)))
                        .orElse(row)
                : row;
    }
}
