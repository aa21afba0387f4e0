package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.Members;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the policies over HTTP: proposed and tried by a service of the platform, and by nobody else. */
class PolicyApiTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADMIN = "platform-platform-admin";

    @Autowired
    Members members;

    /** Somebody has to be left who could change the policies. */
    @BeforeEach
    void people() {
        var platform = tenant("platform").id();
        for (var name : new String[] {"root", "rita"}) {
            if (members.findByUserName(platform, name).isEmpty()) {
                members.add(platform, name, name, "Person", Set.of(Role.PLATFORM_ADMIN));
            }
        }
    }

    @Test
    void aVersionIsProposedWithANewFileAndTried() {
        var proposed = propose(ADMIN, Map.of("quarantine.cedar", never("q" + UUID.randomUUID())));
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        var place = proposed.headers().firstValue("Location").orElseThrow();
        var version = json(getAs(ADMIN, place));
        assertThat(version.path("version").path("state").asString()).isEqualTo("proposed");
        assertThat(version.path("changes").path("files").toString()).isEqualTo("[\"quarantine.cedar\"]");
        var simulated = post(ADMIN, place + "/simulations", "{}");
        assertThat(simulated.statusCode()).as(simulated.body()).isEqualTo(202);
        var report =
                json(getAs(ADMIN, simulated.headers().firstValue("Location").orElseThrow()));
        assertThat(report.path("simulation").path("version").asInt())
                .isEqualTo(version.path("version").path("number").asInt());
    }

    @Test
    void aBrokenOneIsTurnedAwayWithFileAndLine() {
        var broken = propose(ADMIN, Map.of("quarantine.cedar", "permit (principal, action"));
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(422);
        assertThat(json(broken).path("detail").asString()).contains("quarantine.cedar", "line 1");
        var misnamed = propose(ADMIN, Map.of("../q.cedar", never("x")));
        assertThat(misnamed.statusCode()).isEqualTo(422);
        assertThat(json(misnamed).path("detail").asString()).contains("module.cedar");
    }

    @Test
    void aPmLooksAndDoesNotProposeAndATenantHasNoPolicies() {
        assertThat(getAs("platform-pm", "/api/policy/versions").statusCode()).isEqualTo(200);
        var files = Map.of("quarantine.cedar", never("y"));
        assertThat(propose("platform-pm", files).statusCode()).isEqualTo(403);
        assertThat(post("platform-pm", "/api/policy/versions/1/simulations", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(propose("north-partner-admin", files).statusCode()).isEqualTo(404);
        assertThat(post("north-partner-admin", "/api/policy/versions/1/simulations", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String never(String id) {
        return """
                @id("quarantine.%s")
                @why("Nobody of a tenant that there is not plans.")
                @help("Ask.")
                forbid (principal, action == Action::"imports.plan", resource)
                when { principal.tenant == "nowhere" };
                """.formatted(id);
    }

    private HttpResponse<String> propose(String client, Map<String, String> files) {
        return post(
                client,
                "/api/policy/versions",
                JSON.writeValueAsString(Map.of("title", "Quarantine", "why", "Tried.", "basedOn", 1, "files", files)));
    }

    private HttpResponse<String> post(String client, String path, String body) {
        return send(request(
                        path,
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
