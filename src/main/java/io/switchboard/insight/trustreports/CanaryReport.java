package io.switchboard.insight.trustreports;

import io.switchboard.insight.isolation.CanaryThing;
import io.switchboard.insight.isolation.Made;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A canary's Trust Report. Reports are called like their week, so the one canary has those of odd weeks and the other of even ones: else each would find its own under the other's name. */
@Component
class CanaryReport implements CanaryThing {

    private final TrustReports reports;
    private final Tenants tenants;
    private final Clock clock;

    CanaryReport(TrustReports reports, Tenants tenants, Clock clock) {
        this.reports = reports;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return Set.of("trust-report");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var tenant = tenants.find(owner.tenant()).orElseThrow();
        var issued = Made.of(reports.issue(owner, monday(Tenant.CANARIES.indexOf(tenant.slug()))));
        return Map.of("trust-report", issued.id().toString());
    }

    /** Of this week, or of the one before. */
    private LocalDate monday(int parity) {
        var monday = Week.of(clock.instant(), ZoneOffset.UTC).monday();
        return monday.toEpochDay() / 7 % 2 == parity ? monday : monday.minusWeeks(1);
    }
}
