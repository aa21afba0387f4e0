package io.switchboard.insight.roadmap;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.PilotDesk;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The roadmap for whoever may look at it, in the tenant {@code platform}; in any other there is nothing here. Looking leaves no receipt. */
@Service
public class RoadmapDesk {

    public static final ActionId VIEW = new ActionId("roadmap.view");

    static final String ROADMAP = "Roadmap";

    private final Viewing viewing;
    private final PilotDesk pilots;
    private final Telemetry telemetry;
    private final ItemRows items;
    private final LockRows locks;

    RoadmapDesk(Viewing viewing, PilotDesk pilots, Telemetry telemetry, ItemRows items, LockRows locks) {
        this.viewing = viewing;
        this.pilots = pilots;
        this.telemetry = telemetry;
        this.items = items;
        this.locks = locks;
    }

    /** Whether this tenant is the platform. */
    public boolean isHere(TenantId tenant) {
        return pilots.isHere(tenant);
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, ROADMAP);
    }

    /** What telemetry says; empty outside the platform. */
    public Optional<Findings> findings(Caller caller, Period period) {
        viewing.require(caller, VIEW, ROADMAP);
        return isHere(caller.tenant()) ? Optional.of(telemetry.over(period)) : Optional.empty();
    }

    public List<Item> items(Caller caller) {
        viewing.require(caller, VIEW, ROADMAP);
        return isHere(caller.tenant()) ? items.all(caller.tenant()) : List.of();
    }

    public Optional<Item> item(Caller caller, ItemId id) {
        viewing.require(caller, VIEW, ROADMAP);
        return isHere(caller.tenant()) ? items.find(caller.tenant(), id) : Optional.empty();
    }

    /** The locked releases, the latest first. */
    public List<RoadmapLock> locks(Caller caller) {
        viewing.require(caller, VIEW, ROADMAP);
        return isHere(caller.tenant()) ? locks.all(caller.tenant()) : List.of();
    }

    public Optional<LockDocuments> documents(Caller caller, Release release) {
        viewing.require(caller, VIEW, ROADMAP);
        return isHere(caller.tenant()) ? locks.documents(caller.tenant(), release) : Optional.empty();
    }
}
