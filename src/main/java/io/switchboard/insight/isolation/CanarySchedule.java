package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.schedules.ImportSchedules;
import io.switchboard.operations.imports.schedules.ScheduleDraft;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A scheduled import that is paused at once: its address is one that nobody ever has (RFC 5737). */
@Component
class CanarySchedule implements CanaryThing {

    private final ImportSchedules schedules;

    CanarySchedule(ImportSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public Set<String> names() {
        return Set.of("import-schedule", "schedule");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var draft = new ScheduleDraft(
                "Canary " + UUID.randomUUID(),
                "identities",
                "https://203.0.113.7/people.csv",
                "none",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "P1D",
                "plan");
        var id = Made.of(schedules.create(owner, draft)).id();
        Made.of(schedules.pause(owner, id).orElseThrow());
        return Map.of("import-schedule", id.value(), "schedule", id.value());
    }
}
