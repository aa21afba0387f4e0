package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.insight.reliability.Indicator;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Service levels over HTTP, and that requests of a portal that runs are counted for their tenant. */
class ReliabilityApiTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void givesEveryIndicatorWithItsDefinitionAndObjective() {
        var all = JSON.readTree(getAs("north-operator", "/api/reliability").body());
        assertThat(all.path("tenant").asString()).isEqualTo("north");
        assertThat(all.path("objectives").findValuesAsString("definition"))
                .containsExactlyElementsOf(Arrays.stream(Indicator.values())
                        .map(Indicator::definition)
                        .toList());
        assertThat(all.path("objectives").path(0).path("burnRates").findValuesAsString("rule"))
                .containsExactly("fast-burn", "slow-burn", "steady-burn");
        assertThat(all.path("baseline").isNull() || all.path("baseline").isMissingNode())
                .isTrue();
    }

    @Test
    void setsAnObjectiveAndSaysWhyItDoesNot() {
        var before = latency("south-partner-admin");
        var set = post(
                "south-partner-admin",
                "objectives",
                "{\"indicator\":\"latency\",\"target\":98.5,\"days\":7,\"version\":%d}".formatted(before));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(set.headers().firstValue("Switchboard-Receipt")).isPresent();
        assertThat(latency("south-partner-admin")).isEqualTo(before + 1);
        assertProblem(
                post(
                        "south-partner-admin",
                        "objectives",
                        "{\"indicator\":\"latency\",\"target\":100,\"days\":7,\"version\":%d}".formatted(before + 1)),
                409,
                "bad-target");
        assertProblem(post("south-partner-admin", "objectives", "{\"indicator\":\"speed\"}"), 400, "bad-objective");
        assertThat(post(
                                "north-operator",
                                "objectives",
                                "{\"indicator\":\"latency\",\"target\":98,\"days\":7,\"version\":0}")
                        .statusCode())
                .isEqualTo(403);
    }

    private int latency(String client) {
        return JSON.readTree(getAs(client, "/api/reliability").body())
                .path("objectives")
                .path(1)
                .path("objective")
                .path("version")
                .asInt();
    }

    @Test
    void recordsNoBaselineOfNothing() {
        assertProblem(
                post("south-partner-admin", "baselines", "{\"from\":\"2020-01-01\",\"to\":\"2020-01-31\"}"),
                409,
                "nothing-mitigated");
        assertProblem(post("south-partner-admin", "baselines", "{\"from\":\"yesterday\"}"), 400, "bad-period");
    }

    /** Each node writes every ten seconds by itself. */
    @Test
    void requestsOfTheApiAreCountedForTheTenantOfTheTokenAndThoseWithoutOneAreNot() {
        var counted = tenants.register(
                new Slug("counted"), Plan.PRO, new TenantSettings("Counted", "#1f5eff", Optional.empty(), 365));
        keys.establish(counted.id(), counted.log(), counted.log().value());
        registerClient(new Caller(counted.id(), Actor.service("counted"), Set.of(Role.OPERATOR)), "counted-operator");
        for (int i = 0; i < 5; i++) {
            assertThat(getAs("counted-operator", "/api/reliability").statusCode())
                    .isEqualTo(200);
            assertThat(get("/api/reliability").statusCode()).isEqualTo(401);
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> requests(counted) >= 5);
        assertThat(requests(counted)).isEqualTo(5);
    }

    private static long requests(Tenant tenant) {
        return JdbcClient.create(direct())
                .sql(
                        "SELECT COALESCE(SUM(total), 0) FROM reliability_count WHERE tenant_id = ? AND indicator = 'availability'")
                .param(tenant.id().value())
                .query(Long.class)
                .single();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
    }

    private HttpResponse<String> post(String client, String what, String body) {
        return send(request(
                        "/api/reliability/" + what,
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }
}
