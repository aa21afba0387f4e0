package io.switchboard.insight.reliability;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Response times of incidents that were opened from the day {@code from} to the day {@code to} (UTC, both included), as they were when they were put on record. Later ones have a higher number. */
public record Baseline(
        int number,
        LocalDate from,
        LocalDate to,
        List<TypeTimes> types,
        Instant recordedAt,
        Actor by,
        Optional<ReceiptId> receipt) {

    public Baseline {
        types = List.copyOf(types);
    }

    public Optional<TypeTimes> of(String type) {
        return types.stream().filter(times -> times.type().equals(type)).findFirst();
    }
}
