package io.switchboard.control.flags;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** One change of a flag or cohort, and what it was afterwards. {@code revision} numbers the changes of everything. */
public record Change(
        long revision,
        ChangeKind kind,
        Defined after,
        Optional<String> reason,
        Actor by,
        Instant at,
        Optional<ReceiptId> receipt)
        implements Comparable<Change> {

    @Override
    public int compareTo(Change other) {
        return Comparator.comparingLong(Change::revision).compare(this, other);
    }
}
