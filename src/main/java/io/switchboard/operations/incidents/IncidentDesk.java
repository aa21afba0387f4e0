package io.switchboard.operations.incidents;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A tenant's incidents for whoever may look at them. Looking is authorised and leaves no receipt. */
@Service
public class IncidentDesk {

    public static final ActionId VIEW = new ActionId("incidents.view");

    private static final String RESOURCE = "Incident";

    private final Viewing viewing;
    private final Incidents incidents;

    IncidentDesk(Viewing viewing, Incidents incidents) {
        this.viewing = viewing;
        this.incidents = incidents;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE);
    }

    public IncidentPage list(Caller caller, IncidentFilter filter, Optional<IncidentId> last, int limit) {
        viewing.require(caller, VIEW, RESOURCE);
        return incidents.list(caller.tenant(), filter, last, limit);
    }

    public Optional<Incident> find(Caller caller, IncidentId id) {
        viewing.require(caller, VIEW, RESOURCE);
        return incidents.find(caller.tenant(), id);
    }
}
