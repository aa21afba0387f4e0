package io.switchboard.operations.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a tenant keeps its records, and what is older than that at a moment: what a purge as of then and of that version would take. */
public record RetentionStanding(RetentionPolicy policy, int version, Instant asOf, List<Kind> kinds) {

    public RetentionStanding {
        kinds = List.copyOf(kinds);
    }

    /** One kind. {@code before}: records from before then are due; empty where they are kept for ever. */
    public record Kind(
            String kind,
            String title,
            String what,
            Keep keep,
            Keep byDefault,
            boolean isSet,
            Optional<Instant> before,
            DueRecords due) {}

    public long due() {
        return kinds.stream().mapToLong(kind -> kind.due().number()).sum();
    }
}
