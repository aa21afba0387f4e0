package io.switchboard.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class TenantsTest {

    private static final TenantSettings SETTINGS = new TenantSettings("Globex", "#1f5eff", Optional.empty(), 365);

    private final Tenants tenants = new Tenants(JdbcClient.create(TestDatabase.migrated("tenancy")), Clock.systemUTC());

    @Test
    void findsARegisteredTenantByIdAndBySlug() {
        var globex = tenants.register(new Slug("globex"), Plan.PRO, SETTINGS);
        assertThat(tenants.find(globex.id()))
                .hasValueSatisfying(found -> assertThat(found.log()).isEqualTo(globex.log()));
        assertThat(tenants.findBySlug(new Slug("globex"))).map(Tenant::id).contains(globex.id());
        assertThat(tenants.find(TenantId.random())).isEmpty();
    }

    @Test
    void neverGivesASlugTwice() {
        tenants.register(new Slug("globex"), Plan.PRO, SETTINGS);
        assertThatThrownBy(() -> tenants.register(new Slug("globex"), Plan.FREE, SETTINGS))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void refusesSettingsMadeForAnOlderVersion() {
        var globex = tenants.register(new Slug("globex"), Plan.PRO, SETTINGS);
        assertThat(tenants.configure(globex.id(), SETTINGS, 0)).isTrue();
        assertThat(tenants.configure(globex.id(), SETTINGS, 0)).isFalse();
    }

    @Test
    void refusesARetentionThatNoLawWouldAccept() {
        assertThatThrownBy(() -> new TenantSettings("Globex", "#1f5eff", Optional.empty(), 3))
                .hasMessage("Retention is 30 to 3650 days.");
    }
}
