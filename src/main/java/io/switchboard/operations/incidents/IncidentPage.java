package io.switchboard.operations.incidents;

import java.util.List;
import java.util.Optional;

/** Some incidents, latest first; {@code next} where more follow; {@code total} of all that the filter matches. */
public record IncidentPage(List<Incident> items, Optional<IncidentId> next, long total) {

    public IncidentPage {
        items = List.copyOf(items);
    }
}
