package io.switchboard.control.receipts;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody takes along: receipts that occurred in {@code [from, to)}; {@code since} is the tree size of an earlier bundle that this one is shown to extend;
 * {@code values} are the disclosed values that go with them; {@code documents}, whether the latest documents go along, which show all that they have.
 */
public record BundleScope(
        Optional<Instant> from, Optional<Instant> to, Optional<Long> since, SharedValues values, boolean documents) {

    public static final BundleScope EVERYTHING =
            new BundleScope(Optional.empty(), Optional.empty(), Optional.empty(), SharedValues.ALL);

    /** With the latest documents. */
    public BundleScope(Optional<Instant> from, Optional<Instant> to, Optional<Long> since, SharedValues values) {
        this(from, to, since, values, true);
    }

    public BundleScope since(long treeSize) {
        return new BundleScope(from, to, Optional.of(treeSize), values, documents);
    }

    public BundleScope sharing(SharedValues chosen) {
        return new BundleScope(from, to, since, chosen, documents);
    }

    public BundleScope withDocuments(boolean wanted) {
        return new BundleScope(from, to, since, values, wanted);
    }
}
