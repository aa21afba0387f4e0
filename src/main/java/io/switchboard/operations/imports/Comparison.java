package io.switchboard.operations.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what a commit would do about a row of a file. Values are compared byte by byte. */
final class Comparison {

    private final ImportTarget target;
    private final List<String> fields;
    private final Privilege privilege;
    private final List<RowProblem> guardProblems;

    /** {@code fields} are those that the file has, in the target's order. */
    Comparison(ImportTarget target, List<String> fields) {
        var key = target.columns().getFirst().name();
        this.target = target;
        this.fields = fields;
        this.privilege = new Privilege(target.table().privileges(), fields);
        this.guardProblems = target.table()
                .guard()
                .map(guard -> new RowProblem(key, guard.code(), guard.reason(), "Change it where it is managed"))
                .map(List::of)
                .orElse(List.of());
    }

    StagedRow compare(FileRow row, KnownTargets known) {
        return switch (row) {
            case FileRow.Invalid(var number, var place, var key, var problems) ->
                new StagedRow.Reject(number, place, key, problems);
            case FileRow.Valid valid ->
                known.find(valid.key()).map(found -> compare(valid, found)).orElseGet(() -> create(valid));
        };
    }

    private StagedRow compare(FileRow.Valid row, TargetRow found) {
        var fields = FieldText.of(row.values());
        if (fields.equals(found.fields())) {
            return new StagedRow.Unchanged(
                    row.number(), row.place(), row.key(), found.version(), FieldText.digest(fields));
        }
        return new StagedRow.Change(
                row.number(),
                row.place(),
                row.key(),
                found.guarded() ? ChangeKind.CONFLICT : ChangeKind.UPDATE,
                found.id(),
                found.version(),
                !found.guarded() && privilege.raisedBy(row.values(), found),
                before(row.values(), FieldText.read(found.fields())),
                found.guarded() ? guardProblems : List.of(),
                row.values());
    }

    private StagedRow create(FileRow.Valid row) {
        return new StagedRow.Change(
                row.number(),
                row.place(),
                row.key(),
                ChangeKind.CREATE,
                target.newId(row.key()),
                0,
                privilege.raisedBy(row.values()),
                Map.of(),
                List.of(),
                row.values());
    }

    private Map<String, Optional<String>> before(List<Optional<String>> after, List<Optional<String>> stored) {
        var before = new LinkedHashMap<String, Optional<String>>();
        for (int i = 0; i < after.size(); i++) {
            if (!after.get(i).equals(stored.get(i))) {
                before.put(fields.get(i), stored.get(i));
            }
        }
        return before;
    }

    /** Whether a row grants more than its target has. */
    private record Privilege(Optional<TargetTable.Privileges> privileges, int grants, int active) {

        Privilege(Optional<TargetTable.Privileges> privileges, List<String> fields) {
            this(
                    privileges,
                    privileges.map(it -> fields.indexOf(it.column())).orElse(-1),
                    privileges.map(it -> fields.indexOf(it.activeColumn())).orElse(-1));
        }

        boolean raisedBy(List<Optional<String>> created) {
            return privileges.isPresent()
                    && grants >= 0
                    && !Collections.disjoint(granted(created), privileges.get().onCreate());
        }

        boolean raisedBy(List<Optional<String>> values, TargetRow found) {
            return privileges.isPresent() && (gains(values, found) || wakes(values, found));
        }

        private boolean gains(List<Optional<String>> values, TargetRow found) {
            if (grants < 0) {
                return false;
            }
            var had = found.grantSet();
            var now = granted(values);
            return privileges.orElseThrow().onUpdate().stream()
                    .anyMatch(grant -> now.contains(grant) && !had.contains(grant));
        }

        private boolean wakes(List<Optional<String>> values, TargetRow found) {
            return active >= 0
                    && !found.active()
                    && values.get(active).equals(Optional.of("1"))
                    && !Collections.disjoint(
                            grants < 0 ? found.grantSet() : granted(values),
                            privileges.orElseThrow().onUpdate());
        }

        private Set<String> granted(List<Optional<String>> values) {
            return Set.of(values.get(grants).orElse("").split(",", -1));
        }
    }
}
