package io.switchboard.operations.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How quickly an incident was looked after, from its timeline alone: acknowledged with the first status after {@code new}, mitigated with the first that means that its effect has ended, resolved with the
 * first that means that its cause has. What the timeline does not say stays open; a time before the incident's own beginning counts as not given.
 */
public record Response(Optional<Duration> acknowledged, Optional<Duration> mitigated, Optional<Duration> resolved) {

    private static final Set<IncidentStatus> RESOLVED = Set.of(IncidentStatus.RESOLVED, IncidentStatus.CLOSED);
    private static final Set<IncidentStatus> MITIGATED =
            Set.of(IncidentStatus.MITIGATED, IncidentStatus.RESOLVED, IncidentStatus.CLOSED);
    private static final Set<IncidentStatus> ACKNOWLEDGED = Set.of(
            IncidentStatus.ACTIVE,
            IncidentStatus.WAITING,
            IncidentStatus.MITIGATED,
            IncidentStatus.RESOLVED,
            IncidentStatus.CLOSED);

    public static Response of(Incident incident) {
        return began(incident)
                .map(opened -> new Response(
                        first(incident, ACKNOWLEDGED, opened),
                        first(incident, MITIGATED, opened),
                        first(incident, RESOLVED, opened)))
                .orElse(new Response(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** An incident that does not say when it was opened began with the first that is known of it. */
    private static Optional<Instant> began(Incident incident) {
        return incident.openedAt()
                .or(() -> told(incident, Set.of(IncidentStatus.values())).min(Instant::compareTo));
    }

    private static Optional<Duration> first(Incident incident, Set<IncidentStatus> statuses, Instant opened) {
        return Stream.concat(told(incident, statuses), ended(incident))
                .filter(at -> !at.isBefore(opened))
                .min(Instant::compareTo)
                .map(at -> Duration.between(opened, at));
    }

    private static Stream<Instant> told(Incident incident, Set<IncidentStatus> statuses) {
        return incident.timeline().stream()
                .filter(change -> IncidentStatus.parse(change.status())
                        .filter(statuses::contains)
                        .isPresent())
                .map(StateChange::at)
                .filter(Objects::nonNull)
                .map(Instant::parse);
    }

    /** Times of the end that no change of the timeline tells; an end is an answer to all three. */
    private static Stream<Instant> ended(Incident incident) {
        return Stream.concat(incident.resolvedAt().stream(), incident.closedAt().stream());
    }
}
