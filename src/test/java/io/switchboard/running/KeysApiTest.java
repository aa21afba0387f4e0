package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.platform.signing.TestKeyFiles;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tenant's keys as a client of the API looks after them. */
class KeysApiTest extends RunningPortal {

    private static final String ADMIN = "north-partner-admin";

    @Test
    void rotatesOnceForOneIdempotencyKey() {
        var key = UUID.randomUUID().toString();
        var body = "{\"use\": \"document\", \"overlap\": \"P7D\"}";
        var first = post("/api/keys/rotations", ADMIN, key, body);
        var again = post("/api/keys/rotations", ADMIN, key, body);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(first).path("state").asString("")).isEqualTo("current");
        assertThat(get(
                                "/api/receipts/"
                                        + first.headers()
                                                .firstValue("Switchboard-Receipt")
                                                .orElseThrow(),
                                "Authorization",
                                bearer(ADMIN))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void bringsAKeyAndRetiresTheOneBefore() {
        var before = current("receipt");
        var brought = bring(new String(TestKeyFiles.newReceiptKey().bytes(), StandardCharsets.UTF_8));
        assertThat(brought.statusCode()).as(brought.body()).isEqualTo(200);
        assertThat(json(brought).path("origin").asString("")).isEqualTo("brought");
        assertThat(retire(ADMIN, current("receipt")).statusCode()).isEqualTo(409);
        var retired = retire(ADMIN, before);
        assertThat(retired.statusCode()).as(retired.body()).isEqualTo(200);
        assertThat(json(retired).path("until").isString()).isTrue();
    }

    @Test
    void rehearsesWithoutAnIdempotencyKey() {
        var rehearsed =
                send(request("/api/keys/rehearsals", "Authorization", bearer(ADMIN), "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));
        assertThat(rehearsed.statusCode()).as(rehearsed.body()).isEqualTo(200);
        assertThat(json(rehearsed).path("checks").size()).isEqualTo(5);
    }

    @Test
    void anotherTenantsKeyIsNotFound() {
        assertThat(retire("south-partner-admin", current("log")).statusCode()).isEqualTo(404);
        assertThat(retire("south-partner-admin", "nobodys").statusCode()).isEqualTo(404);
        assertThat(getAs("south-partner-admin", "/api/keys").body()).doesNotContain(current("log"));
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertThat(code(rotate(ADMIN, "{\"use\": \"webhooks\"}"), 422)).isEqualTo("bad-use");
        assertThat(code(rotate(ADMIN, "{\"use\": \"log\", \"overlap\": \"PT1S\"}"), 422))
                .isEqualTo("bad-overlap");
        assertThat(code(rotate(ADMIN, "{\"use\": \"log\", \"overlap\": \"soon\"}"), 422))
                .isEqualTo("bad-overlap");
        assertThat(code(bring("hello"), 422)).isEqualTo("unusable-key");
        assertThat(code(bring("x".repeat(60_000)), 422)).isEqualTo("unusable-key");
        assertThat(code(rotate("north-operator", "{\"use\": \"log\"}"), 403)).isNotEmpty();
    }

    private String current(String use) {
        return StreamSupport.stream(
                        json(getAs(ADMIN, "/api/keys")).path("items").spliterator(), false)
                .filter(key -> key.path("use").asString("").equals(use))
                .filter(key -> key.path("state").asString("").equals("current"))
                .map(key -> key.path("id").asString(""))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> rotate(String client, String body) {
        return post("/api/keys/rotations", client, UUID.randomUUID().toString(), body);
    }

    private HttpResponse<String> retire(String client, String key) {
        return post("/api/keys/retirements", client, UUID.randomUUID().toString(), "{\"key\": \"" + key + "\"}");
    }

    private HttpResponse<String> bring(String file) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"key\"\r\n\r\n" + file
                + "\r\n--b--\r\n";
        return send(request(
                        "/api/keys/brought",
                        "Authorization",
                        bearer(ADMIN),
                        "Content-Type",
                        "multipart/form-data; boundary=b",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String path, String client, String key, String body) {
        return send(request(
                        path,
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer).path("code").asString("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
