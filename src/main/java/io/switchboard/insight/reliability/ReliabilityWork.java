package io.switchboard.insight.reliability;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done again and again: counting what was signed, looking after alerts, and making old counts coarser. A tenant that cannot be looked at keeps no other from it. */
@Component
class ReliabilityWork {

    /** Longer than any burn-rate window, and than the usual window of an objective. */
    static final Duration MINUTES_KEPT = Duration.ofDays(40);

    static final Duration HOURS_KEPT = Duration.ofDays(400);

    private static final Logger LOG = LoggerFactory.getLogger(ReliabilityWork.class);

    private final Tenants tenants;
    private final IntegrationCounts integration;
    private final BurnAlerts alerts;
    private final IndicatorRows rows;
    private final Clock clock;
    private final TransactionTemplate writing;

    ReliabilityWork(
            Tenants tenants,
            IntegrationCounts integration,
            BurnAlerts alerts,
            IndicatorRows rows,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.integration = integration;
        this.alerts = alerts;
        this.rows = rows;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    void look() {
        tenants.all().forEach(tenant -> look(tenant.id()));
    }

    private void look(TenantId tenant) {
        try {
            integration.catchUp(tenant);
            alerts.look(tenant);
        } catch (RuntimeException e) {
            LOG.error("The service levels of {} could not be looked at", tenant, e);
        }
    }

    void tidy() {
        var now = clock.instant();
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(writing.execute(_ -> rows.coarsen(now.minus(MINUTES_KEPT))));
        }
        rows.forget(now.minus(HOURS_KEPT));
    }
}
