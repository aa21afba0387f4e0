package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports as a client of the API meets them. */
class ImportsApiTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADMIN = "north-partner-admin";

    @Test
    void plansAndCommitsAndGivesTheRejectedRowsBack() {
        var file = "user_name,given_name,active\napi.one,=HYPERLINK(1),yes\napi.two,=HYPERLINK(2),perhaps\n";
        var planned = json(post(ADMIN, file, Map.of()), 200);
        assertThat(planned.path("status").asString("")).isEqualTo("planned");
        assertThat(planned.path("counts").path("create").asInt(-1)).isEqualTo(1);
        var id = planned.path("id").asString("");
        assertThat(getAs(ADMIN, "/api/imports/" + id + "/errors.csv").body().lines())
                .containsExactly(
                        "user_name,given_name,active,error",
                        "api.two,'=HYPERLINK(2),perhaps,E-106 active: “perhaps” is neither yes nor no");
        assertThat(json(getAs(ADMIN, "/api/imports/" + id + "/errors"), 200)
                        .path("payloadType")
                        .asString(""))
                .isEqualTo("application/vnd.in-toto+json");
        var committed = json(post(ADMIN, "", Map.of("mode", "commit", "plan", id)), 200);
        assertThat(committed.path("status").asString("")).isEqualTo("committed");
        assertThat(json(post(ADMIN, "", Map.of("mode", "commit", "plan", id)), 409)
                        .path("code")
                        .asString(""))
                .isEqualTo("already-committed");
        assertThat(json(post(ADMIN, file, Map.of()), 200)
                        .path("counts")
                        .path("unchanged")
                        .asInt(-1))
                .isEqualTo(1);
    }

    @Test
    void takesACommittedImportBack() {
        var committed = json(post(ADMIN, "user_name\nback.again\n", Map.of("mode", "commit")), 200);
        var path = "/api/imports/" + committed.path("id").asString("") + "/revert";
        var revert = json(revert(ADMIN, path), 200);
        assertThat(revert.path("reverts").asString(""))
                .isEqualTo(committed.path("id").asString(""));
        assertThat(revert.path("counts").path("remove").asInt(-1)).isEqualTo(1);
        assertThat(json(revert("south-partner-admin", path), 404).path("code").asString(""))
                .isEqualTo("not-found");
        assertThat(json(revert("north-operator", path), 403).path("receiptId").asString(""))
                .startsWith("rcp_");
        var id = revert.path("id").asString("");
        assertThat(json(getAs(ADMIN, "/api/imports/" + id + "/changes?action=remove"), 200)
                        .path("items")
                        .path(0)
                        .path("action")
                        .asString(""))
                .isEqualTo("remove");
        assertThat(json(post(ADMIN, "", Map.of("mode", "commit", "plan", id)), 200)
                        .path("status")
                        .asString(""))
                .isEqualTo("committed");
        assertThat(json(revert(ADMIN, "/api/imports/" + id + "/revert"), 200)
                        .path("counts")
                        .path("create")
                        .asInt(-1))
                .isEqualTo(1);
    }

    private HttpResponse<String> revert(String client, String path) {
        return send(request(path, "Authorization", bearer(client)).POST(BodyPublishers.noBody()));
    }

    @Test
    void leavesWhatExistsWhereTheClientSaysSo() {
        json(post(ADMIN, "user_name,department\nmode.one,A\n", Map.of("mode", "commit")), 200);
        var file = "user_name,department\nmode.one,B\nmode.two,B\n";
        var skipped = json(post(ADMIN, file, Map.of("conflictMode", "skip")), 200);
        assertThat(skipped.path("conflictMode").asString("")).isEqualTo("skip");
        assertThat(skipped.path("counts").path("conflict").asInt(-1)).isEqualTo(1);
        var stopped = json(post(ADMIN, file, Map.of("conflictMode", "stop", "mode", "commit")), 409);
        assertThat(stopped.path("code").asString("")).isEqualTo("conflicts");
        assertThat(json(post(ADMIN, file, Map.of("conflictMode", "merge")), 422)
                        .path("code")
                        .asString(""))
                .isEqualTo("bad-conflict-mode");
    }

    @Test
    void includesOnlyTheRowsThatAreApproved() {
        var file = "user_name,roles\nraised.one,approver\nraised.two,approver\n";
        var counts = json(post(ADMIN, file, Map.of("mode", "commit", "approveRows", "raised.two")), 200)
                .path("counts");
        assertThat(counts.path("create").asInt(-1)).isEqualTo(1);
        assertThat(counts.path("held").asInt(-1)).isEqualTo(1);
    }

    @Test
    void readsAFileAsTheClientSaysItIsWritten() {
        var file = "user_name|department\nby.hand|a;b;c\n";
        var semicolons = post(ADMIN, file, Map.of("delimiter", "semicolon"));
        assertThat(json(semicolons, 422).path("code").asString("")).isEqualTo("missing-column");
        var bars = post(ADMIN, file, Map.of("delimiter", "bar", "encoding", "iso-8859-1"));
        assertThat(json(bars, 200).path("counts").path("create").asInt(-1)).isEqualTo(1);
        var unknown = post(ADMIN, file, Map.of("encoding", "EBCDIC"));
        assertThat(json(unknown, 422).path("code").asString("")).isEqualTo("bad-dialect");
    }

    @Test
    void showsNoRowToAMemberWhoMayNotImport() {
        var id = json(post(ADMIN, "user_name\nseen.by.admins\n", Map.of()), 200)
                .path("id")
                .asString("");
        for (var path : new String[] {"", "/changes", "/errors", "/errors.csv"}) {
            var answer = getAs("north-operator", "/api/imports/" + id + path);
            assertThat(json(answer, 403).path("detail").asString("")).contains("partner-admin");
            assertThat(answer.body()).doesNotContain("seen.by.admins");
        }
        assertThat(getAs("south-partner-admin", "/api/imports/" + id + "/changes")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(getAs(ADMIN, "/api/imports/" + id + "/changes?action=create&search=SEEN"), 200)
                        .path("total")
                        .asInt(-1))
                .isEqualTo(1);
        assertThat(getAs(ADMIN, "/api/imports/" + id + "/changes?action=delete").statusCode())
                .isEqualTo(422);
    }

    @Test
    void refusesAFileOfAMemberWhoMayNotImportWithAReceipt() {
        var problem = json(post("north-operator", "user_name\nmaria\n", Map.of()), 403);
        assertThat(problem.path("decisionId").asString("")).startsWith("dec_");
        assertThat(problem.path("receiptId").asString("")).startsWith("rcp_");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 422, empty-file",
        "'PK\u0003\u0004', 415, not-csv",
        "'user_name\n', 422, no-rows",
        "'a,b\n1,2\n', 422, missing-column"
    })
    void saysWhatIsWrongWithAFile(String file, int status, String code) {
        assertThat(json(post(ADMIN, file, Map.of()), status).path("code").asString(""))
                .isEqualTo(code);
    }

    @Test
    void refusesThreeHundredColumns() {
        var header = IntStream.range(0, 300).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThat(json(post(ADMIN, header + "\n", Map.of()), 422).path("code").asString(""))
                .isEqualTo("too-many-columns");
    }

    private HttpResponse<String> post(String client, String file, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        if (!fields.containsKey("plan")) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\n")
                    .append(file)
                    .append("\r\n");
        }
        return send(request(
                        "/api/imports",
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        "multipart/form-data; boundary=b",
                        "Idempotency-Key",
                        "i-" + System.nanoTime())
                .POST(BodyPublishers.ofString(body.append("--b--\r\n").toString())));
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
