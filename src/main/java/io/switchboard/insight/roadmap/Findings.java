package io.switchboard.insight.roadmap;

import io.switchboard.insight.success.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was found in a period, as of one moment. {@code statementsAway} says why there is nothing about statements, where there is not. */
public record Findings(
        Period period, Instant asOf, Map<FindingKind, List<Finding>> found, Optional<String> statementsAway) {

    public Findings {
        found = Map.copyOf(found);
    }

    public List<Finding> of(FindingKind kind) {
        return found.getOrDefault(kind, List.of());
    }

    public Optional<Finding> find(String id) {
        return found.values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.id().equals(id))
                .findFirst();
    }
}
