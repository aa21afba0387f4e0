package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.retention.Purges;
import io.switchboard.operations.retention.RetentionDesk;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A purge of nothing, with its manifest. */
@Component
class CanaryPurge implements CanaryThing {

    private final RetentionDesk desk;
    private final Purges purges;

    CanaryPurge(RetentionDesk desk, Purges purges) {
        this.desk = desk;
        this.purges = purges;
    }

    @Override
    public Set<String> names() {
        return Set.of("purge", "manifest");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var standing = desk.standing(owner);
        var id = Made.of(purges.purge(owner, standing.asOf(), standing.version()))
                .id()
                .value();
        return Map.of("purge", id, "manifest", id);
    }
}
