package io.switchboard.operations.incidents;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A tenant's incidents for whoever may look at them. Looking is authorised and leaves no receipt. */
@Service
public class IncidentDesk {

    public static final ActionId VIEW = new ActionId("incidents.view");

    private static final String RESOURCE = "Incident";

    private final Viewing viewing;
    /** So many are read for figures at most. */
    public static final int MOST_MEASURED = 2_000;

    private final Incidents incidents;
    private final Clock clock;

    IncidentDesk(Viewing viewing, Incidents incidents, Clock clock) {
        this.viewing = viewing;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE);
    }

    public IncidentPage list(Caller caller, IncidentFilter filter, Optional<IncidentId> last, int limit) {
        viewing.require(caller, VIEW, RESOURCE);
        return incidents.list(caller.tenant(), filter, last, limit);
    }

    /** Of the incidents opened in the last {@code period}; of the latest {@value #MOST_MEASURED} where there are more. */
    public ResponseTimes responseTimes(Caller caller, Duration period) {
        viewing.require(caller, VIEW, RESOURCE);
        return ResponseTimes.of(
                incidents.openedSince(caller.tenant(), clock.instant().minus(period), MOST_MEASURED));
    }

    public Optional<Incident> find(Caller caller, IncidentId id) {
        viewing.require(caller, VIEW, RESOURCE);
        return incidents.find(caller.tenant(), id);
    }
}
