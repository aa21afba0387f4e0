package io.switchboard.insight.reliability;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Requests of this node, added up in memory by owner and minute and written every ten seconds and when it stops, so that no request waits for it; several nodes add to the same rows. A node that is killed
 * loses what it had not written. What cannot be written is kept until it can.
 */
@Component
@Lazy(false)
class RequestCounts implements DisposableBean {

    /** Names that strangers make up do not fill the memory: beyond so many, they are nobody's. */
    static final int MOST_NAMES = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(RequestCounts.class);

    private final IndicatorRows rows;
    private final Tenants tenants;
    private final PlatformTenant platform;
    private final Clock clock;
    private final Map<Key, Sum> sums = new ConcurrentHashMap<>();

    RequestCounts(IndicatorRows rows, Tenants tenants, PlatformTenant platform, Clock clock) {
        this.rows = rows;
        this.tenants = tenants;
        this.platform = platform;
        this.clock = clock;
    }

    private record Key(RequestOwner owner, Instant minute) {}

    private record Sum(long total, long answered, long timed, long quick) {

        Sum plus(Sum other) {
            return new Sum(total + other.total, answered + other.answered, timed + other.timed, quick + other.quick);
        }
    }

    /** How a request ended. {@code timed}: its time says something. */
    record Ended(boolean answered, boolean timed, boolean quick) {}

    void add(RequestOwner owner, Ended ended) {
        boolean timed = ended.answered() && ended.timed();
        var one = new Sum(1, number(ended.answered()), number(timed), number(timed && ended.quick()));
        sums.merge(new Key(bounded(owner), clock.instant().truncatedTo(ChronoUnit.MINUTES)), one, Sum::plus);
    }

    private RequestOwner bounded(RequestOwner owner) {
        return owner instanceof RequestOwner.Named && sums.size() >= MOST_NAMES ? new RequestOwner.Nobody() : owner;
    }

    private static long number(boolean is) {
        return is ? 1 : 0;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void write() {
        for (var key : List.copyOf(sums.keySet())) {
            var sum = sums.remove(key);
            if (sum != null && !written(key, sum)) {
                sums.merge(key, sum, Sum::plus);
                return;
            }
        }
    }

    @Override
    public void destroy() {
        write();
    }

    private boolean written(Key key, Sum sum) {
        try {
            var tenant = tenant(key.owner());
            tenant.ifPresent(to -> rows.addRequests(
                    to, key.minute(), new Tally(sum.answered(), sum.total()), new Tally(sum.quick(), sum.timed())));
            return tenant.isPresent();
        } catch (RuntimeException e) { // also where a transaction cannot be begun, since the database is away
            LOG.warn("Requests that were counted cannot be written; they are kept until they can: {}", e.getMessage());
            return false;
        }
    }

    /** Empty before the portal's first start has made the platform. */
    private Optional<TenantId> tenant(RequestOwner owner) {
        return switch (owner) {
            case RequestOwner.Known(var tenant) -> Optional.of(tenant);
            case RequestOwner.Named(var slug) ->
                tenants.findBySlug(slug).or(platform::find).map(Tenant::id);
            case RequestOwner.Nobody() -> platform.find().map(Tenant::id);
        };
    }
}
