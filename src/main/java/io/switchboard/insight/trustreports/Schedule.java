package io.switchboard.insight.trustreports;

import io.switchboard.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a tenant's reports are made: after each week in its zone, from the week on in which they were switched on. Version 0 is that of a tenant that never decided. */
public record Schedule(
        TenantId tenant, ZoneId zone, Optional<Instant> onSince, Optional<Instant> retryAt, int version) {

    /** So that what is committed a little late is in the report of its week. */
    static final Duration GRACE = Duration.ofHours(1);

    /** From when on a report says that it was caught up. */
    static final Duration LATE = Duration.ofDays(1);

    static Schedule none(TenantId tenant) {
        return new Schedule(tenant, ZoneOffset.UTC, Optional.empty(), Optional.empty(), 0);
    }

    public boolean isOn() {
        return onSince.isPresent();
    }

    /** When the report of the week is made. */
    static Instant due(Week week) {
        return week.until().plus(GRACE);
    }

    /** When the next report is made. */
    public Instant nextDue(Instant now) {
        var week = current(now.minus(GRACE));
        return due(week);
    }

    /** The week that ends next. */
    public Week current(Instant now) {
        return Week.of(now, zone);
    }
}
