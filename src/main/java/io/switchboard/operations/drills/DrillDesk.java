package io.switchboard.operations.drills;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The drills for whoever may look at them, in the tenant {@code platform}. That the latest one passed, and with which figures, is for everybody: every tenant's data is in the backup. */
@Service
public class DrillDesk {

    public static final ActionId VIEW = new ActionId("drills.view");

    private static final int MOST = 50;

    private final Viewing viewing;
    private final PolicyDecisionPoint policy;
    private final Tenants tenants;
    private final DrillRows rows;
    private final DrillSettings settings;

    DrillDesk(Viewing viewing, PolicyDecisionPoint policy, Tenants tenants, DrillRows rows, DrillSettings settings) {
        this.viewing = viewing;
        this.policy = policy;
        this.tenants = tenants;
        this.rows = rows;
        this.settings = settings;
    }

    public boolean isHere(TenantId tenant) {
        return platform().filter(tenant::equals).isPresent();
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, DrDrills.DRILL);
    }

    /** Advice for the page: whether to offer a run. */
    public boolean mayRun(Caller caller) {
        return policy.wouldAllow(PolicyRequest.of(caller, DrDrills.RUN, ResourceRef.of(DrDrills.DRILL, "any")));
    }

    /** Whether a drill server is named. */
    public boolean isPossible() {
        return settings.server().isPresent();
    }

    /** The latest first. */
    public List<Drill> drills(Caller caller) {
        viewing.require(caller, VIEW, DrDrills.DRILL);
        return isHere(caller.tenant()) ? rows.latest(caller.tenant(), MOST) : List.of();
    }

    /** The signed statement (DSSE) of one that ended. */
    public Optional<byte[]> statement(Caller caller, DrillId id) {
        viewing.require(caller, VIEW, DrDrills.DRILL);
        return isHere(caller.tenant()) ? rows.statement(caller.tenant(), id) : Optional.empty();
    }

    /** For documents: the latest one at all, whatever came of it. */
    public Optional<Drill> latest() {
        return platform().flatMap(tenant -> rows.latest(tenant, 1).stream().findFirst());
    }

    /** For documents: the latest that passed. */
    public Optional<Drill> latestPassed() {
        return platform().flatMap(rows::latestPassed);
    }

    /** For documents, with {@link #latestPassed}. */
    public Optional<byte[]> statement(DrillId id) {
        return platform().flatMap(tenant -> rows.statement(tenant, id));
    }

    Optional<TenantId> platform() {
        return tenants.findBySlug(Tenant.PLATFORM).map(Tenant::id);
    }
}
