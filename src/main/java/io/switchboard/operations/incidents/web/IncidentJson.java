package io.switchboard.operations.incidents.web;

import io.switchboard.operations.incidents.Incident;
import io.switchboard.operations.incidents.IncidentId;
import io.switchboard.operations.incidents.IncidentPage;
import io.switchboard.operations.incidents.Severity;
import io.switchboard.operations.incidents.StateChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bodies of {@link IncidentsController}'s answers. Times are RFC 3339 in UTC; severity is 1 (critical) to 5. */
final class IncidentJson {

    private IncidentJson() {}

    record Page(List<Item> items, Optional<String> next, long total) {

        static Page of(IncidentPage page) {
            return new Page(
                    page.items().stream().map(Item::of).toList(), page.next().map(IncidentId::value), page.total());
        }
    }

    record Item(
            String id,
            String key,
            String title,
            String status,
            Optional<Integer> severity,
            Optional<String> category,
            Optional<String> service,
            Optional<String> assignedTo,
            Optional<Instant> openedAt,
            Optional<Instant> resolvedAt,
            Optional<Instant> closedAt) {

        static Item of(Incident incident) {
            return new Item(
                    incident.id().value(),
                    incident.key(),
                    incident.title(),
                    incident.status().wire(),
                    incident.severity().map(Severity::level),
                    incident.category(),
                    incident.service(),
                    incident.assignedTo(),
                    incident.openedAt(),
                    incident.resolvedAt(),
                    incident.closedAt());
        }
    }

    record Detail(Item incident, List<StateChange> timeline) {

        static Detail of(Incident incident) {
            return new Detail(Item.of(incident), incident.timeline());
        }
    }
}
