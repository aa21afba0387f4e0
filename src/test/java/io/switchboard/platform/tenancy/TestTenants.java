package io.switchboard.platform.tenancy;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registry of tenants for tests of other modules. */
public final class TestTenants {

    private TestTenants() {}

    public static Tenants on(JdbcClient jdbc, Clock clock) {
        return new Tenants(jdbc, clock);
    }
}
