package io.switchboard.operations.retention;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Purges what is due, a day after the last look at a tenant, and takes up what was cut off. One tenant's trouble keeps no other from its turn. */
@Component
class RetentionWork {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionWork.class);
    private static final Duration EVERY = Duration.ofDays(1);

    /** Of one tenant in a row, so that the others have their turn; what is left is due again ten minutes later. */
    private static final int IN_A_ROW = 20;

    private final Purges purges;
    private final RetentionRows policies;
    private final Tenants tenants;
    private final Clock clock;

    RetentionWork(Purges purges, RetentionRows policies, Tenants tenants, Clock clock) {
        this.purges = purges;
        this.policies = policies;
        this.tenants = tenants;
        this.clock = clock;
    }

    void work() {
        tenants.all().forEach(tenant -> work(tenant.id()));
    }

    void work(TenantId tenant) {
        try {
            purges.resume(tenant);
            var now = clock.instant();
            boolean looked = policies.lookedAt(tenant)
                    .filter(at -> at.plus(EVERY).isAfter(now))
                    .isPresent();
            if (!looked && done(tenant)) {
                policies.looked(tenant, now);
            }
        } catch (RuntimeException e) {
            LOG.error("What is due at {} could not be purged", tenant, e);
        }
    }

    /** Purge after purge, as long as one leaves something for the next. */
    private boolean done(TenantId tenant) {
        for (int purged = 0; purged < IN_A_ROW; purged++) {
            var ended = purges.purgeDue(tenant);
            if (!(ended.orElse(null) instanceof Enforced.Done<Purge> done)) {
                ended.ifPresent(it -> LOG.warn("What is due at {} was not purged: {}", tenant, it));
                return true;
            }
            if (done.value().state() != PurgeState.LIMIT) {
                return true;
            }
        }
        return false;
    }
}
