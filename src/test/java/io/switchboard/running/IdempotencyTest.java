package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** POSTs that are sent twice, as a client does that has not heard the answer. */
class IdempotencyTest extends RunningPortal {

    private static final String ADMIN = "north-partner-admin";
    private static final String EXPORT = "/api/evidence-bundles";

    private final String key = UUID.randomUUID().toString();

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRequestThatChangesSomethingNeedsAKey() {
        var answer = send(request(EXPORT, "Authorization", bearer(ADMIN)).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("idempotency-key-missing");
        assertThat(importing(ADMIN, "commit", "k 1", "user_name\nkeyless\n").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDryRunNeedsNone() {
        var answer = send(multipart(ADMIN, "dry-run", "user_name\ndry.run\n"));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        assertThat(answer.headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void anExportThatIsAskedForTwiceIsDoneOnce() {
        var first = export(ADMIN, "");
        var receipts = receipts();
        var second = export(ADMIN, "");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(second.headers().firstValue("Switchboard-Receipt"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Switchboard-Receipt"));
        assertThat(receipts()).isEqualTo(receipts);
    }

    @Test
    void aRefusalIsRepeatedToo() {
        var first = export("north-operator", "");
        assertThat(first.statusCode()).isEqualTo(403);
        assertThat(export("north-operator", "").body()).isEqualTo(first.body());
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        export(ADMIN, "");
        var other = export(ADMIN, "?from=2026-01-01T00:00:00Z");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency-key-reused");
        assertThat(export("south-partner-admin", "").statusCode())
                .as("another tenant's own key")
                .isEqualTo(200);
    }

    @Test
    void aFileIsKnownByItsContent() {
        var first = importing(ADMIN, "commit", key, "user_name\nonce.only\n");
        assertThat(first.statusCode()).as(first.body()).isIn(200, 202);
        var again = importing(ADMIN, "commit", key, "user_name\nonce.only\n");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(importing(ADMIN, "commit", key, "user_name\nanother\n").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsStillRunningIsNotStartedAgain() {
        export(ADMIN, "");
        jdbc.sql("UPDATE idempotency_key SET status = NULL WHERE idempotency_key = ?")
                .param(key)
                .update();
        var answer = export(ADMIN, "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("still-running");
    }

    @Test
    void anAnswerThatWasTooLargeToKeepSaysThatItWasDone() {
        export(ADMIN, "");
        jdbc.sql("UPDATE idempotency_key SET body = NULL WHERE idempotency_key = ?")
                .param(key)
                .update();
        var answer = export(ADMIN, "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("answer-not-kept");
    }

    private HttpResponse<String> export(String client, String query) {
        return send(request(EXPORT + query, "Authorization", bearer(client), "Idempotency-Key", key)
                .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> importing(String client, String mode, String withKey, String csv) {
        return send(multipart(client, mode, csv).header("Idempotency-Key", withKey));
    }

    /** With a boundary of its own each time, as clients do. */
    private HttpRequest.Builder multipart(String client, String mode, String csv) {
        var boundary = UUID.randomUUID().toString();
        var body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\n%2$s\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.csv\"\r\n\r\n%3$s\r\n--%1$s--\r\n"
                        .formatted(boundary, mode, csv);
        return request(
                        "/api/imports",
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body));
    }

    private int receipts() {
        return jdbc.sql("SELECT COUNT(*) FROM receipt").query(Integer.class).single();
    }
}
