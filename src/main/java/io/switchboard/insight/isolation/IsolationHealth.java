package io.switchboard.insight.isolation;

import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How the probes went, in figures, for the reports of every tenant: nothing in it is of a customer. */
@Service
public class IsolationHealth {

    private final ProbeRunRows rows;
    private final PlatformTenant platform;

    IsolationHealth(ProbeRunRows rows, PlatformTenant platform) {
        this.rows = rows;
        this.platform = platform;
    }

    /** The runs that ended from {@code from} on and before {@code until}, the latest first. */
    public List<ProbeRun> between(Instant from, Instant until) {
        return platform.find()
                .map(Tenant::id)
                .map(id -> rows.between(id, from, until))
                .orElse(List.of());
    }

    /** The latest that ended before then. */
    public Optional<ProbeRun> last(Instant until) {
        return platform.find().map(Tenant::id).flatMap(id -> rows.last(id, until));
    }
}
