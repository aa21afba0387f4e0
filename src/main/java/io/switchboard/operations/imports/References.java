package io.switchboard.operations.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which keys the rows of a file bring and to which they refer, in whatever order they come. What is as it was before is not asked: what it refers to is in the table, or it would not be there. */
final class References {

    private final KeyHashes.Seed seed = new KeyHashes.Seed();
    private final KeyHashes brought = new KeyHashes(seed);
    private final KeyHashes rejected = new KeyHashes(seed);
    private final KeyHashes wanted = new KeyHashes(seed);
    private final int[] positions;

    /** {@code present} are the fields that the file has, in the target's order. */
    References(TargetTable table, List<String> present) {
        positions =
                table.references(present).stream().mapToInt(present::indexOf).toArray();
    }

    void add(List<StagedRow> rows) {
        if (positions.length > 0) {
            rows.forEach(this::add);
        }
    }

    private void add(StagedRow row) {
        if (row instanceof StagedRow.Change change) {
            var refersTo = IntStream.of(positions)
                    .mapToObj(change.after()::get)
                    .flatMap(Optional::stream)
                    .toList();
            refersTo.forEach(wanted::add);
            if (refersTo.isEmpty()) {
                brought.add(change.key());
            }
        }
    }

    /** Rows of this key do not come in after all. */
    void reject(String key) {
        rejected.add(key);
    }

    /** The keys that rows refer to and that no row of the file brings. */
    KeyHashes missing() {
        return wanted.without(brought.without(rejected));
    }

    /** An empty set whose keys can be compared with {@link #missing}. */
    KeyHashes none() {
        return new KeyHashes(seed);
    }
}
