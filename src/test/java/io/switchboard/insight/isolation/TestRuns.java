package io.switchboard.insight.isolation;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs that tests put on record. */
public final class TestRuns {

    private TestRuns() {}

    /** One of this moment, with a leak. */
    public static void add(DataSource database, PlatformTenant platform) {
        var matrix = new Matrix(List.of(
                new Probe("canary-a", "GET", "/api/sound/{id}", "404", "404", Probe.Verdict.REFUSED),
                new Probe("canary-a", "GET", "/api/planted/{id}", "404", "200", Probe.Verdict.LEAK)));
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var run = new ProbeRun(
                "prb_" + UUID.randomUUID().toString().substring(0, 8),
                now,
                now,
                2,
                1,
                1,
                0,
                new ReceiptId("rcp_aaaaaaaaaaaaaaaaaaaaaaaa"));
        new ProbeRunRows(JdbcClient.create(database)).add(platform.id(), run, matrix);
    }
}
