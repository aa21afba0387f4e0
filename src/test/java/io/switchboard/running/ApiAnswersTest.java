package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a client meets it: who it is, and every kind of fault as a problem (RFC 9457). */
class ApiAnswersTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void tellsAClientWhoItIs() {
        var answer = getAs("north-operator", "/api/me");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree("""
                {"tenant": "north", "actor": {"type": "service", "id": "operator"}, "clientId": "north-operator",
                 "roles": ["operator"], "scopes": []}"""));
    }

    @Test
    void describesHowAClientComesIn() {
        var scheme = JSON.readTree(get("/api/openapi.json").body()).at("/components/securitySchemes/accessToken");
        assertThat(scheme.path("scheme").asString()).isEqualTo("bearer");
        assertThat(scheme.path("description").asString()).contains("switchboard-api", "No scopes");
    }

    @Test
    void asksForATokenAndSaysHowToSendIt() {
        var answer = get("/api/receipts");
        assertThat(problem(answer, 401).path("code").asString("")).isEqualTo("no-valid-token");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer junk", "Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer "})
    void refusesATokenThatIsNone(String authorization) {
        var answer = get("/api/me", "Authorization", authorization);
        problem(answer, answer.statusCode());
        assertThat(answer.statusCode()).isIn(400, 401);
    }

    @Test
    void refusesATokenOfAnIssuerThatNobodyRegistered() {
        try (var stranger = new TestIssuer()) {
            problem(get("/api/me", "Authorization", "Bearer " + stranger.accessToken("north-operator")), 401);
        }
    }

    @Test
    void refusesAClientThatNoTenantRegistered() {
        assertThat(problem(getAs("nobody", "/api/me"), 403).path("detail").asString(""))
                .contains("No tenant has registered");
    }

    @Test
    void namesDecisionAndReceiptOfARefusal() {
        var answer = post("/api/evidence-bundles", "north-operator", "application/x-www-form-urlencoded", "");
        var problem = problem(answer, 403);
        assertThat(problem.path("decisionId").asString("")).startsWith("dec_");
        var receipt = problem.path("receiptId").asString("");
        assertThat(getAs("north-operator", "/api/receipts/" + receipt).statusCode())
                .isEqualTo(200);
        problem(getAs("south-partner-admin", "/api/receipts/" + receipt), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing/here",
                "/api",
                "/api/receipts/rcp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "/api/imports/imp_x"
            })
    void doesNotKnowWhatIsNotThere(String path) {
        problem(getAs("north-partner-admin", path), 404);
    }

    @Test
    void refusesAMethodATypeAndAParameterThatAreWrong() {
        problem(post("/api/receipts", "north-partner-admin", "application/json", "{}"), 405);
        problem(post("/api/imports", "north-partner-admin", "application/json", "{}"), 415);
        problem(getAs("north-partner-admin", "/api/receipts?limit=nine"), 400);
        problem(getAs("north-partner-admin", "/api/receipts;v=1/x"), 400);
    }

    @Test
    void refusesAFileThatIsTooLargeInsteadOfBreakingOff() {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n"
                + "x".repeat(3_000_000) + "\r\n--b--\r\n";
        problem(post("/api/imports", "north-partner-admin", "multipart/form-data; boundary=b", body), 413);
    }

    private HttpResponse<String> post(String path, String client, String type, String body) {
        return send(request(
                        path,
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        type,
                        "Idempotency-Key",
                        "k-" + System.nanoTime())
                .POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(answer.body())
                .contains("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt(0)).isEqualTo(status);
        assertThat(problem.path("title").asString("")).isNotEmpty();
        assertThat(problem.path("detail").asString("")).isNotEmpty();
        return problem;
    }
}
