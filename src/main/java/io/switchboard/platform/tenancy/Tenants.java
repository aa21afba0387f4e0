package io.switchboard.platform.tenancy;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registry of tenants. */
@Repository
public class Tenants {

    private final JdbcClient jdbc;
    private final Clock clock;

    Tenants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Tenant> find(TenantId id) {
        return jdbc.sql("SELECT * FROM tenant WHERE tenant_id = ?")
                .param(id.value())
                .query(Tenants::tenant)
                .optional();
    }

    public Optional<Tenant> findBySlug(Slug slug) {
        return jdbc.sql("SELECT * FROM tenant WHERE slug = ?")
                .param(slug.value())
                .query(Tenants::tenant)
                .optional();
    }

    public List<Tenant> all() {
        return jdbc.sql("SELECT * FROM tenant ORDER BY slug")
                .query(Tenants::tenant)
                .list();
    }

    /** The tenants that somebody uses: all but the canaries. For whatever counts tenants or offers them to choose from. */
    public List<Tenant> inUse() {
        return all().stream().filter(tenant -> !tenant.isCanary()).toList();
    }

    /** Those in use but for the platform's own. */
    public List<Tenant> pilots() {
        return inUse().stream().filter(tenant -> !tenant.isPlatform()).toList();
    }

    /** Registers a tenant with a random id and log id. A slug that was ever taken is refused by the registry's unique key. */
    public Tenant register(Slug slug, Plan plan, TenantSettings settings) {
        var tenant = new Tenant(TenantId.random(), slug, plan, LogId.random(), settings, 0, clock.instant());
        jdbc.sql("""
                        INSERT INTO tenant (tenant_id, slug, name, plan, log_id, accent, contact, retention_days, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.id().value(),
                        slug.value(),
                        settings.name(),
                        plan.name(),
                        tenant.log().value(),
                        settings.accent(),
                        settings.contact().orElse(""),
                        settings.retentionDays(),
                        Utc.column(tenant.createdAt()))
                .update();
        return tenant;
    }

    /** Changes the settings if {@code expectedVersion} is still the current one; false where somebody was quicker. */
    public boolean configure(TenantId id, TenantSettings settings, int expectedVersion) {
        return jdbc.sql("""
                        UPDATE tenant SET name = ?, accent = ?, contact = ?, retention_days = ?, version = version + 1
                        WHERE tenant_id = ? AND version = ?""")
                        .params(
                                settings.name(),
                                settings.accent(),
                                settings.contact().orElse(""),
                                settings.retentionDays(),
                                id.value(),
                                expectedVersion)
                        .update()
                == 1;
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(
                new TenantId(row.getString("tenant_id")),
                new Slug(row.getString("slug")),
                Plan.valueOf(row.getString("plan")),
                new LogId(row.getString("log_id")),
                settings(row),
                row.getInt("version"),
                Utc.instant(row.getObject("created_at", LocalDateTime.class)));
    }

    private static TenantSettings settings(ResultSet row) throws SQLException {
        return new TenantSettings(
                row.getString("name"),
                row.getString("accent"),
                Optional.of(row.getString("contact")).filter(contact -> !contact.isEmpty()),
                row.getInt("retention_days"));
    }
}
