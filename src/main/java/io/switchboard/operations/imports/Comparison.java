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
    private final List<RowProblem> modeProblems;

    /** {@code fields} are those that the file has, in the target's order. */
    Comparison(ImportTarget target, List<String> fields, ConflictMode mode) {
        var key = target.columns().getFirst().name();
        this.target = target;
        this.fields = fields;
        this.privilege = new Privilege(target.table().privileges(), fields);
        this.guardProblems = target.table()
                .guard()
                .map(guard -> new RowProblem(key, guard.code(), guard.reason(), "Change it where it is managed"))
                .map(List::of)
                .orElse(List.of());
        this.modeProblems = switch (mode) {
            case UPDATE -> List.of();
            case SKIP -> List.of(there(key, "this import leaves what exists as it is"));
            case STOP -> List.of(there(key, "this import stops where something exists"));
        };
    }

    private static RowProblem there(String key, String mode) {
        return new RowProblem(
                key, "E-120", "It exists and differs, and " + mode, "Plan again with the conflict mode update");
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
        var problems = found.guarded() ? guardProblems : modeProblems;
        return new StagedRow.Change(
                row.number(),
                row.place(),
                row.key(),
                problems.isEmpty() ? ChangeKind.UPDATE : ChangeKind.CONFLICT,
                found.id(),
                found.version(),
                problems.isEmpty() && privilege.raisedBy(row.values(), found),
                before(row.values(), FieldText.read(found.fields())),
                problems,
                row.values());
    }

    /** What is there goes, unless it is guarded; {@code values} are all of its fields. */
    StagedRow removal(int number, Place place, TargetRow found, Map<String, Optional<String>> values) {
        return new StagedRow.Change(
                number,
                place,
                found.key(),
                found.guarded() ? ChangeKind.CONFLICT : ChangeKind.REMOVE,
                found.id(),
                found.version(),
                false,
                values,
                found.guarded() ? guardProblems : List.of(),
                List.of());
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
