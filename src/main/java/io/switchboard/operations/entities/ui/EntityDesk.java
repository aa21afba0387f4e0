package io.switchboard.operations.entities.ui;

import io.switchboard.control.receipts.SubjectName;
import io.switchboard.control.receipts.Timeline;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.entities.Entities;
import io.switchboard.operations.entities.EntityAccess;
import io.switchboard.operations.entities.EntityGraph;
import io.switchboard.operations.entities.EntityId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the pages of entities work with. */
@Component
record EntityDesk(EntityAccess access, Entities entities, EntityGraph graph, Timeline timeline, Clock clock) {

    /** Whether any receipt is about the entity. */
    boolean hasTimeline(TenantId tenant, EntityId id) {
        return timeline.knows(tenant, new SubjectName("entity", id.value()));
    }
}
