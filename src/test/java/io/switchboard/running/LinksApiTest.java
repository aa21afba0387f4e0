package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Secure links over HTTP, from a service that shares to a stranger who collects. */
class LinksApiTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADMIN = "south-partner-admin";

    @Test
    void sharesACopyThatAStrangerCollectsUntilTheLinkIsRevoked() {
        var made = post(Map.of(
                "document", "posture-one-pager", "validForHours", 2, "uses", 3, "watermark", "For Jane Doe · שלום 😀"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Switchboard-Receipt")).isPresent();
        var answer = JSON.readTree(made.body());
        var place = made.headers().firstValue("Location").orElseThrow();
        var door = URI.create(answer.path("address").asString());
        assertThat(door.isAbsolute()).isTrue();
        assertThat(collect(door).headers().firstValue("Repr-Digest")).isPresent();

        var link = JSON.readTree(getAs(ADMIN, place).body());
        assertThat(link.path("file").asString()).isEqualTo("posture-one-pager-copy.pdf");
        assertThat(link.path("uses").asInt()).isEqualTo(1);
        assertThat(link.path("state").asString()).isEqualTo("open");
        assertThat(link.has("address")).as("shown only once").isFalse();

        assertThat(JSON.readTree(delete(ADMIN, place).body()).path("state").asString())
                .isEqualTo("revoked");
        assertProblem(delete(ADMIN, place), 409, "revoked-already");
        assertThat(collect(door).statusCode()).isEqualTo(404);
    }

    @Test
    void listsPageByPageTheLatestFirstWithTheTrueTotal() {
        for (int i = 0; i < 3; i++) {
            assertThat(post(Map.of("document", "evidence-bundle", "validForHours", 1, "uses", 1))
                            .statusCode())
                    .isEqualTo(201);
        }
        var first = JSON.readTree(getAs(ADMIN, "/api/links?limit=2").body());
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(first.path("total").asInt()).isGreaterThanOrEqualTo(3);
        var next = first.path("next").asString();
        var second =
                JSON.readTree(getAs(ADMIN, "/api/links?limit=2&cursor=" + next).body());
        assertThat(second.path("items").findValuesAsString("id"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.path("items").findValuesAsString("id"));
        var all = JSON.readTree(getAs(ADMIN, "/api/links?limit=500").body());
        assertThat(all.path("items").size()).isEqualTo(all.path("total").asInt());
        assertThat(all.path("next").isNull() || all.path("next").isMissingNode())
                .isTrue();
        assertProblem(getAs(ADMIN, "/api/links?limit=0"), 400, "bad-link");
        assertProblem(getAs(ADMIN, "/api/links?cursor=lnk_nothing"), 400, "bad-link");
    }

    @Test
    void saysAllThatIsWrongWithARequestAtOnceAndMakesNothing() {
        var before = total();
        assertProblem(post(Map.of("document", "posture-pack", "validForHours", 0, "uses", 101)), 400, "bad-link");
        assertThat(post(Map.of("document", "posture-pack", "validForHours", 721, "uses", 0))
                        .body())
                .contains("validForHours is 1 to 720.", "uses is 1 to 100.");
        assertThat(post(Map.of("document", "payslip", "validForHours", 1, "uses", 1))
                        .body())
                .contains("evidence-bundle, posture-one-pager, posture-pack, trust-report");
        assertThat(post(Map.of("document", "trust-report", "validForHours", 1, "uses", 1))
                        .body())
                .contains("Say in id which trust-report");
        assertThat(post(Map.of("document", "evidence-bundle", "validForHours", 1, "uses", 1, "watermark", "x"))
                        .body())
                .contains("carries no watermark");
        assertThat(post(Map.of("document", "posture-pack", "validForHours", 1, "uses", 1, "watermark", "a\nb"))
                        .body())
                .contains("one line of text");
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void whatIsAnotherTenantsOrNobodysIsNotThereAndWhoeverMayNotShareIsTold() {
        var made = post(Map.of("document", "evidence-bundle", "validForHours", 1, "uses", 1));
        var place = made.headers().firstValue("Location").orElseThrow();
        assertProblem(getAs("north-partner-admin", place), 404, "not-found");
        assertProblem(delete("north-partner-admin", place), 404, "not-found");
        assertProblem(
                post(Map.of("document", "trust-report", "id", "2020-01-06-1", "validForHours", 1, "uses", 1)),
                404,
                "not-found");
        assertThat(post(
                                "/api/links",
                                "north-operator",
                                Map.of("document", "posture-pack", "validForHours", 1, "uses", 1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(getAs("north-operator", "/api/links").statusCode()).isEqualTo(403);
    }

    @Test
    void handsACopyToWhoeverAsksForItThemselves() {
        var made = post("/api/copies", ADMIN, Map.of("document", "posture-pack", "watermark", "For Jane Doe"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(made.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("posture-pack-copy.pdf");
        var receipt = made.headers().firstValue("Switchboard-Receipt").orElseThrow();
        assertThat(getAs(ADMIN, "/api/receipts/" + receipt).body()).contains("original", "assurance.issue-document");
        assertProblem(post("/api/copies", ADMIN, Map.of("document", "posture-pack")), 400, "bad-copy");
        assertProblem(
                post("/api/copies", ADMIN, Map.of("document", "evidence-bundle", "watermark", "x")), 400, "bad-copy");
        assertThat(post("/api/copies", "north-operator", Map.of("document", "posture-pack", "watermark", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    private int total() {
        return JSON.readTree(getAs(ADMIN, "/api/links").body()).path("total").asInt();
    }

    private HttpResponse<String> collect(URI door) {
        return send(request(door.getPath()).POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> delete(String client, String place) {
        return send(request(place, "Authorization", bearer(client)).DELETE());
    }

    private HttpResponse<String> post(Map<String, Object> body) {
        return post("/api/links", ADMIN, body);
    }

    private HttpResponse<String> post(String path, String client, Map<String, Object> body) {
        return send(request(
                        path,
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
    }
}
