package io.switchboard.operations.incidents;

import java.util.Optional;

/** What narrows a list of incidents: {@code text} is searched for in key, title and service. */
public record IncidentFilter(Optional<IncidentStatus> status, Optional<Severity> severity, Optional<String> text) {

    public static final IncidentFilter ALL = new IncidentFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
