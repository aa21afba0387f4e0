package io.switchboard.operations.incidents;

import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An incident as it stands, and how it came there. {@code key} is its number in the system that it came from. */
public record Incident(
        TenantId tenant,
        IncidentId id,
        String key,
        String title,
        IncidentStatus status,
        Optional<Severity> severity,
        Optional<String> category,
        Optional<String> service,
        Optional<String> assignedTo,
        Optional<Instant> openedAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> closedAt,
        List<StateChange> timeline,
        int version) {

    /** As what entities are linked to it. */
    public static final String KIND = "incident";

    public Incident {
        timeline = List.copyOf(timeline);
    }
}
