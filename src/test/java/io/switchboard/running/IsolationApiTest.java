package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.CanaryTokens;
import io.switchboard.platform.tenancy.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The canaries at the doors of a portal that runs. */
class IsolationApiTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FEWEST_PROBES = 200;

    @Autowired
    CanaryTokens tokens;

    @Test
    void isRefusedEverythingThatIsTheOthersAndSaysSoInOneReceipt() {
        var run = probe("platform-platform-admin");
        var isolation =
                JSON.readTree(getAs("platform-platform-admin", "/api/isolation").body());
        assertThat(isolation.path("matrix").valueStream())
                .filteredOn(probe -> !probe.path("verdict").asString().equals("refused"))
                .isEmpty();
        assertThat(run.statusCode()).as(run.body()).isEqualTo(200);
        var counts = JSON.readTree(run.body());
        assertThat(counts.path("probes").asInt()).isGreaterThan(FEWEST_PROBES);
        assertThat(counts.path("refused")).isEqualTo(counts.path("probes"));
        assertThat(counts.path("receipt").asString())
                .isEqualTo(run.headers().firstValue("Switchboard-Receipt").orElseThrow());
        assertThat(isolation.path("matrix").size())
                .isEqualTo(counts.path("probes").asInt());
        assertThat(doors(isolation)).contains("/api/imports/{id}", "/:tenant/imports/:import", "/scim/v2/Users/{id}");
    }

    @Test
    void countsNoCanaryAmongThePilots() {
        probe("platform-platform-admin");
        assertThat(Tenant.CANARIES).allSatisfy(slug -> {
            assertThat(tenants.findBySlug(slug)).isPresent();
            assertThat(tenants.pilots().stream().map(Tenant::slug)).doesNotContain(slug);
            assertThat(getAs("platform-pm", "/api/success/tenants").body()).doesNotContain(slug.value());
        });
        assertThat(getAs("platform-pm", "/api/board").body()).doesNotContain("canary");
        assertThat(JSON.readTree(getAs("platform-pm", "/api/board").body()).findValuesAsString("title"))
                .doesNotContain("Feedback");
    }

    @Test
    void isThereForThePlatformOnly() {
        assertThat(getAs("north-partner-admin", "/api/isolation").statusCode()).isEqualTo(404);
        assertThat(probe("north-partner-admin").statusCode()).isEqualTo(404);
        assertThat(probe("platform-pm").statusCode()).isEqualTo(403);
    }

    @Test
    void makesTokensForCanariesAndForNobodyElse() {
        probe("platform-platform-admin");
        var canary = tenants.findBySlug(new Slug("canary-a")).orElseThrow();
        var me = get("/api/me", "Authorization", "Bearer " + tokens.of(canary));
        assertThat(JSON.readTree(me.body()).path("tenant").asString()).isEqualTo("canary-a");
        Assertions.assertThatIllegalArgumentException().isThrownBy(() -> tokens.of(tenant("north")));
    }

    private static java.util.List<String> doors(JsonNode isolation) {
        return isolation.path("matrix").findValuesAsString("door");
    }

    private HttpResponse<String> probe(String client) {
        return send(request(
                        "/api/isolation/runs",
                        "Authorization",
                        bearer(client),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .POST(BodyPublishers.noBody()));
    }
}
