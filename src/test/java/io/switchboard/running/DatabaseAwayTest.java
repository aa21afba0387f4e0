package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The database goes away while somebody imports: they are told, nothing is half done, and they can go on when it is back. */
class DatabaseAwayTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADMIN = "north-partner-admin";

    private final JdbcClient jdbc = JdbcClient.create(direct());

    @AfterEach
    void mend() {
        cable().mend();
        patiently().until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    void saysThatItCannotBeDoneNowAndDoesTheSameRequestLater() {
        var person = "away.before";
        cable().cut();
        var refused = dryRun(person, "the-same-key");
        assertUnavailable(refused);
        cable().mend();
        patiently().until(() -> get("/actuator/health/readiness").statusCode() == 200);
        var planned = dryRun(person, "the-same-key");
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
        assertThat(answer(planned).path("status").asString("")).isEqualTo("planned");
    }

    @Test
    void leavesNothingOfACommitThatWasCutOffAndTellsWhyOnThePlan() throws Exception {
        var person = "away.within";
        var plan = answer(dryRun(person, "cut-plan")).path("id").asString("");
        assertUnavailable(cutOff(plan, person));
        cable().mend();
        patiently().until(() -> get("/actuator/health/readiness").statusCode() == 200);
        passTwentySeconds(plan);
        patiently().until(() -> !shown(plan).path("status").asString("").equals("committing"));
        assertThat(shown(plan).path("status").asString("")).isEqualTo("failed");
        assertThat(shown(plan).path("failure").asString("")).contains("Nothing of it was applied");
        assertThat(members(person)).isZero();
        var again = answer(dryRun(person, "cut-again")).path("id").asString("");
        assertThat(answer(commit(again, "cut-commit-again").join())
                        .path("status")
                        .asString(""))
                .isEqualTo("committed");
        assertThat(members(person)).isEqualTo(1);
    }

    /** The answer to a commit whose way to the database was cut while its row waited for a lock. */
    private HttpResponse<String> cutOff(String plan, String person) throws SQLException {
        try (var rival = direct().getConnection()) {
            rival.setAutoCommit(false);
            occupy(rival, person);
            var answer = commit(plan, "cut-commit");
            patiently().until(this::somethingWaitsForALock);
            cable().cut();
            var answered = answer.join();
            rival.rollback();
            return answered;
        }
    }

    private void occupy(Connection rival, String person) throws SQLException {
        try (var insert = rival.prepareStatement(
                "INSERT INTO member (tenant_id, member_id, user_name, managed_by, created_at, updated_at)"
                        + " VALUES (?, 'mem_rival', ?, 'portal', NOW(6), NOW(6))")) {
            insert.setString(1, tenant("north").id().value());
            insert.setString(2, person);
            insert.executeUpdate();
        }
    }

    private boolean somethingWaitsForALock() {
        return jdbc.sql("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private void passTwentySeconds(String plan) {
        jdbc.sql("UPDATE import_plan SET beat_at = beat_at - INTERVAL 20 SECOND WHERE import_id = ?")
                .param(plan)
                .update();
    }

    private int members(String person) {
        return jdbc.sql("SELECT COUNT(*) FROM member WHERE user_name = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer(answer).path("code").asString("")).isEqualTo("database-away");
        assertThat(answer(answer).path("detail").asString("")).contains("same Idempotency-Key");
    }

    private JsonNode shown(String plan) {
        return answer(getAs(ADMIN, "/api/imports/" + plan));
    }

    private static JsonNode answer(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> dryRun(String person, String key) {
        return post("file\"; filename=\"p.csv", "user_name\n" + person + "\n", key);
    }

    private CompletableFuture<HttpResponse<String>> commit(String plan, String key) {
        return CompletableFuture.supplyAsync(() ->
                post("mode", "commit\r\n--b\r\nContent-Disposition: form-data; name=\"plan\"\r\n\r\n" + plan, key));
    }

    private HttpResponse<String> post(String name, String value, String key) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--b--\r\n".formatted(name, value);
        var type = "multipart/form-data; boundary=b";
        return send(
                request("/api/imports", "Authorization", bearer(ADMIN), "Content-Type", type, "Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
