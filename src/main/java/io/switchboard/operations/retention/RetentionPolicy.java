package io.switchboard.operations.retention;

import io.switchboard.platform.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;

/** What a tenant has set, by kind. */
public record RetentionPolicy(int changes, Map<String, Keep> set, Optional<LegalHold> hold) {

    static final RetentionPolicy NEW = new RetentionPolicy(0, Map.of(), Optional.empty());

    public RetentionPolicy {
        set = Map.copyOf(set);
    }

    public boolean isSet(String kind) {
        return set.containsKey(kind);
    }

    /** Counts changes of all that decides how long records are kept: of this, holds among them, and of the tenant's settings, which the defaults follow. */
    public int version(Tenant tenant) {
        return changes + tenant.version();
    }

    Keep of(PurgeableRecords records, Tenant tenant) {
        return Optional.ofNullable(set.get(records.kind())).orElseGet(() -> byDefault(records, tenant));
    }

    static Keep byDefault(PurgeableRecords records, Tenant tenant) {
        return new Keep.Days(
                records.defaultDays().orElseGet(() -> tenant.settings().retentionDays()));
    }
}
