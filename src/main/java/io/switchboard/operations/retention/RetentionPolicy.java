package io.switchboard.operations.retention;

import io.switchboard.platform.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;

/** What a tenant has set, by kind; {@code version} counts changes, holds among them. */
public record RetentionPolicy(int version, Map<String, Keep> set, Optional<LegalHold> hold) {

    static final RetentionPolicy NEW = new RetentionPolicy(0, Map.of(), Optional.empty());

    public RetentionPolicy {
        set = Map.copyOf(set);
    }

    public boolean isSet(String kind) {
        return set.containsKey(kind);
    }

    Keep of(PurgeableRecords records, Tenant tenant) {
        return Optional.ofNullable(set.get(records.kind())).orElseGet(() -> byDefault(records, tenant));
    }

    static Keep byDefault(PurgeableRecords records, Tenant tenant) {
        return new Keep.Days(
                records.defaultDays().orElseGet(() -> tenant.settings().retentionDays()));
    }
}
