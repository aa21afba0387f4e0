package io.switchboard.operations.webhooks;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of hosts for tests of what sends elsewhere. */
public final class TestHosts {

    private TestHosts() {}

    public static AllowedHosts on(JdbcClient jdbc) {
        return new AllowedHosts(jdbc);
    }
}
