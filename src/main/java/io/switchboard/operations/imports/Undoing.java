package io.switchboard.operations.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides what undoing one change would do now. Only what the import changed goes back: a field that somebody changed since is a reason to leave the whole row alone and to say what changed,
 * one that the import had not touched stays as it is.
 */
final class Undoing {

    private static final String CHANGE_BACK = "Change it by hand, or revert the later change first";

    private final List<String> fields;
    private final Comparison comparison;
    private final Function<List<String>, List<Optional<String>>> defaults;
    private final String keyColumn;

    /** {@code fields} are all of the table's; {@code defaults} answers what those begin with that nobody sets. */
    Undoing(ImportTarget target, List<String> fields, Function<List<String>, List<Optional<String>>> defaults) {
        this.fields = fields;
        this.comparison = new Comparison(target, fields, ConflictMode.UPDATE);
        this.defaults = defaults;
        this.keyColumn = target.columns().getFirst().name();
    }

    StagedRow undo(int number, DoneChange done, KnownTargets known) {
        var found = known.find(done.key());
        return switch (done) {
            case DoneChange.Created created -> remove(number, created, found);
            case DoneChange.Updated updated -> restore(number, updated, found, known);
            case DoneChange.Removed removed -> create(number, removed, found, known);
        };
    }

    private StagedRow remove(int number, DoneChange.Created created, Optional<TargetRow> found) {
        if (found.isEmpty()) {
            return new StagedRow.Unchanged(number, created.place(), created.key(), StagedRow.Unchanged.GONE, 0);
        }
        var row = found.get();
        var problems = row.id().equals(created.targetId())
                ? changedSince(created, row)
                : List.of(problem(
                        "E-121",
                        "The row was removed since and another one has its key",
                        "Leave it, or remove it by hand"));
        return problems.isEmpty() ? removed(number, created, row) : rejected(number, created, problems);
    }

    private StagedRow removed(int number, DoneChange.Created created, TargetRow row) {
        return comparison.removal(number, created.place(), row, byField(row));
    }

    /** A row of the first version is as the import made it. */
    private List<RowProblem> changedSince(DoneChange.Created created, TargetRow row) {
        return row.version() == 1 ? List.of() : differences(asMade(created), byField(row));
    }

    private Map<String, Optional<String>> asMade(DoneChange.Created created) {
        var unset = fields.stream()
                .filter(field -> !created.set().containsKey(field))
                .toList();
        var values = new LinkedHashMap<>(created.set());
        var begin = defaults.apply(unset);
        for (int i = 0; i < begin.size(); i++) {
            values.put(unset.get(i), begin.get(i));
        }
        return values;
    }

    private List<RowProblem> differences(Map<String, Optional<String>> made, Map<String, Optional<String>> now) {
        return made.entrySet().stream()
                .filter(field -> !field.getValue().equals(now.get(field.getKey())))
                .map(field ->
                        changed(field.getKey(), field.getValue(), now.getOrDefault(field.getKey(), Optional.empty())))
                .toList();
    }

    private StagedRow restore(int number, DoneChange.Updated updated, Optional<TargetRow> found, KnownTargets known) {
        if (found.filter(row -> row.id().equals(updated.targetId())).isEmpty()) {
            return rejected(
                    number,
                    updated,
                    List.of(problem("E-121", "The row was removed since", "Import it again if it should be there")));
        }
        var now = byField(found.get());
        var problems = new ArrayList<RowProblem>();
        var wanted = new LinkedHashMap<>(now);
        updated.before().forEach((field, before) -> {
            var is = now.getOrDefault(field, Optional.empty());
            var set = updated.after().getOrDefault(field, Optional.empty());
            if (is.equals(set)) {
                wanted.put(field, before);
            } else if (!is.equals(before)) {
                problems.add(changed(field, set, is));
            }
        });
        return problems.isEmpty()
                ? comparison.compare(row(number, updated, wanted), known)
                : rejected(number, updated, problems);
    }

    private StagedRow create(int number, DoneChange.Removed removed, Optional<TargetRow> found, KnownTargets known) {
        var exists = found.filter(row -> !byField(row).equals(removed.before())).isPresent();
        return exists
                ? rejected(
                        number,
                        removed,
                        List.of(problem("E-122", "It was created anew since, and differs", "Change it by hand")))
                : comparison.compare(row(number, removed, removed.before()), known);
    }

    private FileRow.Valid row(int number, DoneChange done, Map<String, Optional<String>> wanted) {
        return new FileRow.Valid(
                number,
                done.place(),
                done.key(),
                fields.stream()
                        .map(field -> wanted.getOrDefault(field, Optional.empty()))
                        .toList());
    }

    private Map<String, Optional<String>> byField(TargetRow row) {
        var values = FieldText.read(row.fields());
        var byField = new LinkedHashMap<String, Optional<String>>();
        for (int i = 0; i < values.size(); i++) {
            byField.put(fields.get(i), values.get(i));
        }
        return byField;
    }

    private static StagedRow rejected(int number, DoneChange done, List<RowProblem> problems) {
        return new StagedRow.Reject(number, done.place(), done.key(), problems);
    }

    private RowProblem problem(String code, String message, String fix) {
        return new RowProblem(keyColumn, code, message, fix);
    }

    private static RowProblem changed(String field, Optional<String> set, Optional<String> is) {
        return new RowProblem(
                field,
                "E-122",
                "It was changed since: the import set " + quoted(set) + ", now it is " + quoted(is),
                CHANGE_BACK);
    }

    private static String quoted(Optional<String> value) {
        return value.map(Undoing::brief).map(text -> "“" + text + "”").orElse("nothing");
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static final int LONGEST = 80;
}
