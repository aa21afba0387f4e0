package io.switchboard.platform.tenancy;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;

/** A tenant as registered. Its id and log id are permanent; {@code version} counts changes of the settings. */
public record Tenant(
        TenantId id, Slug slug, Plan plan, LogId log, TenantSettings settings, int version, Instant createdAt) {

    /** The short name of the platform's own tenant, which has the platform's people and pilots nothing. */
    public static final Slug PLATFORM = new Slug("platform");

    /** The two tenants that probe each other and nobody else. They belong to the portal and have no people. */
    public static final List<Slug> CANARIES = List.of(new Slug("canary-a"), new Slug("canary-b"));

    public boolean isCanary() {
        return CANARIES.contains(slug);
    }

    public boolean isPlatform() {
        return slug.equals(PLATFORM);
    }

    public String name() {
        return settings.name();
    }
}
