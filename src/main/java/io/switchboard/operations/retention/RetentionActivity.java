package io.switchboard.operations.retention;

import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a tenant kept and purged its records, for documents that say so. Whoever makes one asked policy first. */
@Component
public class RetentionActivity {

    private final RetentionRows policies;
    private final PurgeRows purges;
    private final List<PurgeableRecords> kinds;

    RetentionActivity(RetentionRows policies, PurgeRows purges, List<PurgeableRecords> kinds) {
        this.policies = policies;
        this.purges = purges;
        this.kinds = kinds;
    }

    /** How long a kind of records is kept now. */
    public record Rule(String kind, String title, Keep keep) {}

    public List<Rule> rules(Tenant tenant) {
        var policy = policies.of(tenant.id());
        return kinds.stream()
                .map(records -> new Rule(records.kind(), records.title(), policy.of(records, tenant)))
                .toList();
    }

    public Optional<LegalHold> hold(TenantId tenant) {
        return policies.of(tenant).hold();
    }

    /** How many of the records that a purge was to take are there now, looked for again: of each of its kinds, what was recorded before its moment. */
    public long stillThere(TenantId tenant, Purge purge) {
        return purge.kinds().stream()
                .flatMap(kind -> kinds.stream()
                        .filter(records -> records.kind().equals(kind.kind()))
                        .map(records -> records.due(tenant, kind.before()).number()))
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Purges that ended from {@code from} on and before {@code until}. */
    public List<Purge> ended(TenantId tenant, Instant from, Instant until) {
        return purges.ended(tenant, from, until);
    }
}
