package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.runs.RunDesk;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A run of a single command. */
@Component
class CanaryRun implements CanaryThing {

    private final RunDesk runs;

    CanaryRun(RunDesk runs) {
        this.runs = runs;
    }

    @Override
    public Set<String> names() {
        return Set.of("run");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var started = runs.startCommand(owner, "incident.open", Map.of("title", "A canary’s run"));
        return Map.of("run", Made.of(started).id().value());
    }
}
