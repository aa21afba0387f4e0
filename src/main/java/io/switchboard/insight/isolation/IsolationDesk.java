package io.switchboard.insight.isolation;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The runs and their matrices for whoever may look, in the tenant {@code platform}; in any other there is nothing here. Looking leaves no receipt. */
@Service
public class IsolationDesk {

    public static final ActionId VIEW = new ActionId("isolation.view");

    private static final int MOST = 60;

    private final Viewing viewing;
    private final ProbeRunRows rows;
    private final PlatformTenant platform;

    IsolationDesk(Viewing viewing, ProbeRunRows rows, PlatformTenant platform) {
        this.viewing = viewing;
        this.rows = rows;
        this.platform = platform;
    }

    /** Whether the caller's tenant is the platform. */
    public boolean isHere(Caller caller) {
        return platform.is(caller.tenant());
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, IsolationProbes.RESOURCE);
    }

    /** The latest 60, the latest first. */
    public List<ProbeRun> runs(Caller caller) {
        viewing.require(caller, VIEW, IsolationProbes.RESOURCE);
        return isHere(caller) ? rows.latest(caller.tenant(), MOST) : List.of();
    }

    /** Every probe of a run; what wants a look first. */
    public List<Probe> probes(Caller caller, ProbeRun run) {
        viewing.require(caller, VIEW, IsolationProbes.RESOURCE);
        return isHere(caller)
                ? rows.matrix(caller.tenant(), run.id()).map(Matrix::worstFirst).orElse(List.of())
                : List.of();
    }
}
