package io.switchboard.operations.delivery;

import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a tenant's destinations are to hear: a type such as {@code trust-report.issued}, the id of what it is about, and the small facts that a message carries (what is large, receivers fetch).
 * {@code data} is a tree as canonical JSON takes it.
 */
public record Announcement(
        String type,
        String about,
        Map<String, @Nullable Object> data,
        Instant occurredAt,
        Optional<ReceiptId> receipt) {}
