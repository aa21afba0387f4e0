package io.switchboard.platform.identity;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members of tenants for tests of other modules. */
public final class TestMembers {

    private TestMembers() {}

    public static Members on(JdbcClient jdbc, Clock clock) {
        return new Members(jdbc, clock);
    }
}
