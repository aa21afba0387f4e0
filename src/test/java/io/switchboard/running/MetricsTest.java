package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics of the running portal, as Prometheus fetches them. */
class MetricsTest extends RunningPortal {

    private static final String METRICS = "/actuator/prometheus";
    private static final String ADMIN = "platform-platform-admin";

    @Test
    void areForPlatformAdminsOnly() {
        assertThat(get(METRICS).statusCode()).isEqualTo(401);
        assertThat(getAs("north-partner-admin", METRICS).statusCode()).isEqualTo(403);
        assertThat(getAs("platform-pm", METRICS).statusCode()).isEqualTo(403);
        assertThat(getAs(ADMIN, METRICS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/loggers"})
    void theRestOfActuatorIsShutToEverybody(String path) {
        assertThat(get(path).statusCode()).isEqualTo(401);
        assertThat(getAs("north-partner-admin", path).statusCode()).isEqualTo(403);
    }

    @Test
    void countGovernedActionsDecisionsAndReceipts() {
        double actions =
                value("switchboard_governed_actions_total{action=\"receipts.export-evidence\",outcome=\"denied\"}");
        double decisions = value("switchboard_policy_decisions_seconds_count{outcome=\"denied\"}");
        double receipts = value("switchboard_receipts_appended_total");
        post("/api/evidence-bundles", "north-operator", "application/x-www-form-urlencoded", "");
        assertThat(value("switchboard_governed_actions_total{action=\"receipts.export-evidence\",outcome=\"denied\"}"))
                .isEqualTo(actions + 1);
        assertThat(value("switchboard_policy_decisions_seconds_count{outcome=\"denied\"}"))
                .isEqualTo(decisions + 1);
        assertThat(value("switchboard_receipts_appended_total")).isEqualTo(receipts + 1);
    }

    @Test
    void countTheRowsOfCommittedImports() {
        var rows = "switchboard_import_rows_total{change=\"create\",kind=\"identities\"}";
        double before = value(rows);
        post("/api/imports", "north-partner-admin", "multipart/form-data; boundary=b", """
                --b\r
                Content-Disposition: form-data; name="mode"\r
                \r
                commit\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="people.csv"\r
                \r
                user_name,given_name
                metric.one,One
                metric.two,Two
                \r
                --b--\r
                """);
        assertThat(value(rows)).isEqualTo(before + 2);
    }

    @Test
    void countProbes() {
        var probes = "switchboard_probes_total{kind=\"unauthenticated\"}";
        double before = value(probes);
        get("/api/receipts");
        assertThat(value(probes)).isEqualTo(before + 1);
    }

    private double value(String series) {
        var found = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(getAs(ADMIN, METRICS).body());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private void post(String path, String client, String type, String body) {
        var answer = send(request(
                        path,
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        type,
                        "Idempotency-Key",
                        "m-" + System.nanoTime())
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202, 403);
    }
}
