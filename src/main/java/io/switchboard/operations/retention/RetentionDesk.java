package io.switchboard.operations.retention;

import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How a tenant keeps its records, what is due, and what was purged, for whoever may look. Looking leaves no receipt; taking a manifest along does. */
@Service
public class RetentionDesk {

    public static final ActionId VIEW = new ActionId("retention.view");

    static final String POLICY = "RetentionPolicy";

    private static final int MOST = 100;

    private final Viewing viewing;
    private final RetentionRows rows;
    private final PurgeRows purges;
    private final List<PurgeableRecords> kinds;
    private final Tenants tenants;
    private final Clock clock;

    RetentionDesk(
            Viewing viewing,
            RetentionRows rows,
            PurgeRows purges,
            List<PurgeableRecords> kinds,
            Tenants tenants,
            Clock clock) {
        this.viewing = viewing;
        this.rows = rows;
        this.purges = purges;
        this.kinds = kinds;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, POLICY);
    }

    boolean isCanary(TenantId tenant) {
        return tenants.find(tenant).filter(Tenant::isCanary).isPresent();
    }

    /** The dry run: what a purge as of now would take. */
    public RetentionStanding standing(Caller caller) {
        viewing.require(caller, VIEW, POLICY);
        return standing(caller.tenant(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    RetentionStanding standing(TenantId tenant, Instant asOf) {
        return standing(tenant, rows.of(tenant), asOf);
    }

    RetentionStanding standing(TenantId id, RetentionPolicy policy, Instant asOf) {
        var tenant = tenants.find(id).orElseThrow();
        return new RetentionStanding(
                policy,
                policy.version(tenant),
                asOf,
                kinds.stream()
                        .map(records -> {
                            var keep = policy.of(records, tenant);
                            var before = keep.before(asOf);
                            return new RetentionStanding.Kind(
                                    records.kind(),
                                    records.title(),
                                    records.what(),
                                    keep,
                                    RetentionPolicy.byDefault(records, tenant),
                                    policy.isSet(records.kind()),
                                    before,
                                    before.map(then -> records.due(id, then))
                                            .orElseGet(() -> new DueRecords(0, Optional.empty(), Optional.empty())));
                        })
                        .toList());
    }

    /** What a kind is called; its id where no module keeps it any more. */
    public String title(String kind) {
        return kinds.stream()
                .filter(records -> records.kind().equals(kind))
                .findFirst()
                .map(PurgeableRecords::title)
                .orElse(kind);
    }

    /** The latest 100 of {@link #count}. */
    public List<Purge> purges(Caller caller) {
        viewing.require(caller, VIEW, POLICY);
        return purges.list(caller.tenant(), MOST);
    }

    public long count(Caller caller) {
        viewing.require(caller, VIEW, POLICY);
        return purges.count(caller.tenant());
    }

    public Optional<Purge> find(Caller caller, PurgeId id) {
        viewing.require(caller, VIEW, POLICY);
        return purges.find(caller.tenant(), id);
    }

    /** What a purge took of a kind, the oldest first; at most so many. */
    public List<PurgedRecord> records(Caller caller, Purge purge, String kind, int most) {
        viewing.require(caller, VIEW, POLICY);
        return purges.records(caller.tenant(), purge.id(), kind, most);
    }
}
