package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One of each kind for a canary: what it had and still has, and what had to be made. A kind that cannot be made keeps no other from it; what it names is then not covered. */
@Component
class CanaryThings {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryThings.class);

    private final CanaryThingRows rows;
    private final ObjectProvider<CanaryThing> kinds;

    CanaryThings(CanaryThingRows rows, ObjectProvider<CanaryThing> kinds) {
        this.rows = rows;
        this.kinds = kinds;
    }

    Map<String, String> of(Caller owner) {
        var things = new HashMap<>(rows.of(owner.tenant()));
        kinds.orderedStream()
                .filter(kind -> !things.keySet().containsAll(kind.names()))
                .forEach(kind -> things.putAll(made(kind, owner)));
        return things;
    }

    private Map<String, String> made(CanaryThing kind, Caller owner) {
        try {
            var made = kind.make(owner);
            rows.put(owner.tenant(), made);
            return made;
        } catch (RuntimeException e) {
            LOG.warn("A canary could not be given its {}", kind.names(), e);
            return Map.of();
        }
    }

    /** What its owner did not find any more is made anew for the next run. */
    void forget(Caller owner, List<String> names) {
        rows.forget(owner.tenant(), names);
    }
}
