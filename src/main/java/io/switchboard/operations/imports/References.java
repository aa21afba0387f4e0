package io.switchboard.operations.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which keys the rows of a plan bring and take away, and to which they refer, in whatever order they come. What is as it was before is not asked: what it refers to is in the table, or it would
 * not be there.
 */
final class References {

    private final KeyHashes.Seed seed = new KeyHashes.Seed();
    private final KeyHashes brought = none();
    private final KeyHashes rejected = none();
    private final KeyHashes wanted = none();
    private final KeyHashes removed = none();
    private final KeyHashes removedReferring = none();
    private final List<String> present;
    private final List<String> names;

    /** {@code present} are the fields that the plan has, in the target's order. */
    References(TargetTable table, List<String> present) {
        this.present = present;
        this.names = table.references(present);
    }

    void add(List<StagedRow> rows) {
        if (!names.isEmpty()) {
            rows.forEach(this::add);
        }
    }

    private void add(StagedRow row) {
        if (row instanceof StagedRow.Change change) {
            if (change.outcome() == ChangeKind.REMOVE) {
                remove(change);
            } else {
                bring(change);
            }
        }
    }

    private void bring(StagedRow.Change change) {
        var refersTo = of(names.stream().map(name -> change.after().get(present.indexOf(name))));
        refersTo.forEach(wanted::add);
        if (refersTo.isEmpty()) {
            brought.add(change.key());
        }
    }

    private void remove(StagedRow.Change change) {
        var refersTo = of(names.stream().map(name -> change.before().getOrDefault(name, Optional.empty())));
        (refersTo.isEmpty() ? removed : removedReferring).add(change.key());
    }

    private static List<String> of(Stream<Optional<String>> references) {
        return references.flatMap(Optional::stream).toList();
    }

    /** Rows of this key do not come in after all. */
    void reject(String key) {
        rejected.add(key);
    }

    /** The keys that rows refer to and that no row of the plan brings. */
    KeyHashes missing() {
        return wanted.without(brought.without(rejected));
    }

    /** The keys of rows that go and to which others may refer. */
    KeyHashes removed() {
        return removed;
    }

    /** The keys of rows that go and refer to others. */
    KeyHashes removedReferring() {
        return removedReferring;
    }

    /** An empty set whose keys can be compared with those of the others. */
    KeyHashes none() {
        return new KeyHashes(seed);
    }
}
