package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.insight.success.Metric;
import io.switchboard.insight.success.Pilot;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures over HTTP. */
class SuccessApiTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void givesEveryFigureWithItsDefinitionForThePeriodAskedFor() throws Exception {
        for (int days : new int[] {7, 30, 90}) {
            var success = read("north-operator", "?period=" + days, 200);
            assertThat(success.path("period").asInt()).isEqualTo(days);
            assertThat(success.path("figures").findValuesAsString("id"))
                    .containsExactlyElementsOf(
                            Arrays.stream(Metric.values()).map(Metric::id).toList());
            assertThat(success.path("figures").findValuesAsString("definition"))
                    .containsExactlyElementsOf(Arrays.stream(Metric.values())
                            .map(Metric::definition)
                            .toList());
            assertThat(figure(success, Metric.DECIDED).path("series").size()).isEqualTo(days);
            assertThat(figure(success, Metric.DECIDED).path("receipts").path(0).asString())
                    .startsWith("/north/receipts?action=approvals.decide&");
            assertThat(success.path("steps").size()).isEqualTo(6);
        }
        assertThat(read("north-approver", "", 200).path("period").asInt()).isEqualTo(30);
    }

    @Test
    void saysWhichPeriodsThereAre() throws Exception {
        var problem = read("north-operator", "?period=31", 400);
        assertThat(problem.path("detail").asString()).contains("7, 30 or 90");
        assertThat(problem.path("code").asString()).isEqualTo("bad-period");
    }

    @Test
    void refusesWhoeverMayNotLook() throws Exception {
        assertThat(read("platform-pm", "", 403).path("detail").asString()).isNotEmpty();
        assertThat(get("/api/success").statusCode()).isEqualTo(401);
    }

    @Test
    void givesThePlatformsPmAllTenantsAndEverybodyElseNothing() throws Exception {
        var all = read("platform-pm", "/tenants?period=7", 200);
        assertThat(all.path("tenants").findValuesAsString("tenant"))
                .contains("north")
                .doesNotContain("platform");
        assertThat(all.path("tenants").path(0).path("figures").findValuesAsString("id"))
                .containsExactlyElementsOf(Pilot.SHOWN.stream().map(Metric::id).toList());
        assertThat(all.path("cycleTimes").findValuesAsString("id")).containsExactly("approval", "import", "run");
        assertThat(all.path("dropOffs").size()).isEqualTo(7);
        assertThat(all.path("friction").propertyNames()).containsExactly("action", "rule", "screen");
        read("north-operator", "/tenants", 404);
        assertThat(read("platform-pm", "/tenants?period=8", 400).path("code").asString())
                .isEqualTo("bad-period");
    }

    private static JsonNode figure(JsonNode success, Metric metric) {
        return success.path("figures")
                .valueStream()
                .filter(figure -> figure.path("id").asString().equals(metric.id()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode read(String client, String query, int status) throws Exception {
        var answer = getAs(client, "/api/success" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
