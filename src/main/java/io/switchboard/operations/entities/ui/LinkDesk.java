package io.switchboard.operations.entities.ui;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.entities.EntityAccess;
import io.switchboard.operations.entities.EntityLinks;
import org.springframework.stereotype.Component;

/** What cards of links work with. */
@Component
public record LinkDesk(EntityLinks links, EntityAccess access) {

    /** Whether the caller may read any entity; a page of something else has nothing to show otherwise. */
    public boolean mayRead(Caller caller) {
        return access.againstReading(caller).isEmpty();
    }
}
