package io.switchboard.insight.reliability;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How reliable the portal has been for a tenant, as of one moment. {@code since}: from when on is counted; nothing is known of before. {@code alerts}: the latest first, firing ones among them. */
public record Reliability(
        Tenant tenant,
        Instant asOf,
        Optional<Instant> since,
        List<ServiceLevel> levels,
        List<BurnAlert> firing,
        List<BurnAlert> alerts,
        int incidentDays,
        List<Comparison> incidents,
        Optional<Baseline> baseline) {

    public Reliability {
        levels = List.copyOf(levels);
        firing = List.copyOf(firing);
        alerts = List.copyOf(alerts);
        incidents = List.copyOf(incidents);
    }
}
