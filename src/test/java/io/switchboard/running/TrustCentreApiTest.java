package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Sha256;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A trust centre over HTTP: strangers without a token or cookie at its doors, the tenant's clients at the API. */
class TrustCentreApiTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADMIN = "north-partner-admin";
    private static final String APPROVER = "north-approver";
    private static final String JO =
            "name=Jo+Quill&email=jo%40buyer.example&company=Buyer&why=To+judge.&document=posture-one-pager";

    @Test
    void leadsAStrangerFromTheFormToTheDocumentAndAnApproverEndsIt() {
        open();
        var asked = form("/trust/north", JO);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        var own = asked.headers().firstValue("Location").orElseThrow();
        var request = JSON.readTree(
                        getAs(APPROVER, "/api/trust-centre/requests").body())
                .path("items")
                .path(0);
        assertThat(request.path("standing").asString()).isEqualTo("waiting");
        assertThat(request.path("requester").path("company").asString()).isEqualTo("Buyer");
        var path = "/api/trust-centre/requests/" + request.path("id").asString();

        assertProblem(
                post(APPROVER, path + "/decide", decision(request, "\"verdict\": \"refused\"")), 422, "no-reason");
        assertProblem(
                post(APPROVER, path + "/decide", decision(request, "\"verdict\": \"maybe\"")), 422, "bad-verdict");
        assertThat(post("north-operator", path + "/revoke", "").statusCode()).isEqualTo(403);
        assertThat(post("south-partner-admin", path + "/revoke", "").statusCode())
                .isEqualTo(404);
        assertThat(getAs("south-partner-admin", path).statusCode()).isEqualTo(404);
        var decided = post(APPROVER, path + "/decide", decision(request, "\"verdict\": \"approved\""));
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        assertThat(decided.headers().firstValue("Switchboard-Receipt")).isPresent();
        assertProblem(
                post(APPROVER, path + "/decide", decision(request, "\"verdict\": \"approved\"")),
                409,
                "changed-meanwhile");

        var terms = JSON.readTree(getAs(ADMIN, "/api/trust-centre").body())
                .path("termsVersion")
                .asInt();
        assertThat(form(own + "/terms", "accept=yes&name=Jo+Quill&terms=" + terms)
                        .statusCode())
                .isEqualTo(303);
        var file = form(own + "/documents/posture-one-pager", "");
        assertThat(file.statusCode()).isEqualTo(200);
        var step = last(JSON.readTree(getAs(APPROVER, path).body()).path("steps"));
        assertThat(step.path("file").asString()).isEqualTo("posture-one-pager.pdf");
        assertThat(file.headers().firstValue("Switchboard-Receipt"))
                .contains(step.path("receipt").asString());
        assertThat(file.headers().firstValue("Repr-Digest"))
                .contains("sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(new Sha256(step.path("sha256").asString()).bytes())
                        + ":");

        assertThat(post(APPROVER, path + "/revoke", "").statusCode()).isEqualTo(200);
        assertThat(form(own + "/documents/posture-one-pager", "").statusCode()).isEqualTo(409);
        assertProblem(post(APPROVER, path + "/revoke", ""), 409, "over-already");
    }

    @Test
    void aStrangersPagesRunNoScriptBeginNoSessionAndTellNobodyWhereTheyWere() {
        open();
        var page = get("/trust/north");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe-inline");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).doesNotContain("<script", "style=");
        assertThat(get("/trust/north/accent.css").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
        assertThat(get("/trust/south").statusCode()).isEqualTo(404);
        assertThat(get("/trust/nobody").body()).isEqualTo(get("/trust/south").body());
    }

    @Test
    void readsNoFormThatIsTooLargeHasFilesOrIsWrong() {
        open();
        assertThat(form("/trust/north", JO + "&x=" + "x".repeat(17_000)).statusCode())
                .isEqualTo(413);
        assertThat(send(request("/trust/north", "Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString("--x--")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(form("/trust/north", "name=Jo").statusCode()).isEqualTo(422);
    }

    private void open() {
        var version = JSON.readTree(getAs(ADMIN, "/api/trust-centre").body())
                .path("version")
                .asInt();
        var opened = post(ADMIN, "/api/trust-centre", """
                {"open": true, "welcome": "Welcome.", "documents": ["posture-one-pager"], "terms": "Keep it.", "version": %d}""".formatted(version));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
    }

    private static String decision(JsonNode request, String verdict) {
        return """
                {"version": %d, "days": 3, "documents": [{"document": "posture-one-pager", %s}]}""".formatted(request.path("version").asInt(), verdict);
    }

    private static JsonNode last(JsonNode list) {
        return list.path(list.size() - 1);
    }

    private HttpResponse<String> form(String path, String body) {
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
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

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }
}
