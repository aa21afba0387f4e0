package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a forked portal's imports: every call is meant to be accepted. */
record ImportsClient(HttpClient http, ForkedPortal portal, String token) {

    private static final JsonMapper JSON = new JsonMapper();

    JsonNode dryRun(String csv) {
        return settled(post(part("file\"; filename=\"people.csv", csv)));
    }

    /** As it is two seconds later. */
    JsonNode commit(String plan) {
        return post(part("mode", "commit") + part("plan", plan));
    }

    JsonNode get(String path) {
        return sent(portal.request(path).GET());
    }

    /** The import as it is once nothing is under way. */
    JsonNode settled(JsonNode answer) {
        var self = "/api/imports/" + answer.path("id").asString("");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> get(self),
                        shown -> shown.path("status").asString("").matches("planned|committed|failed"));
    }

    private JsonNode post(String parts) {
        return sent(portal.request("/api/imports")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Idempotency-Key", "k-" + System.nanoTime())
                .POST(BodyPublishers.ofString(parts + "--b--\r\n")));
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private JsonNode sent(HttpRequest.Builder request) {
        try {
            var authorized = request.header("Authorization", "Bearer " + token);
            var answer = http.send(authorized.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
