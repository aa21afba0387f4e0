package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.operations.entities.EntityId;
import io.switchboard.operations.entities.TestGraph;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entities over HTTP, read as clients of different roles and tenants. */
class EntitiesApiTest extends RunningPortal {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestGraph graph = new TestGraph()
            .node("web", "service", "Web shop")
            .node("api", "service")
            .node("db", "database", "Ledger")
            .node("ann", "person", "Ann")
            .edge("web", "calls", "api")
            .edge("api", "reads", "db")
            .edge("db", "owned-by", "ann");

    @BeforeEach
    void write() {
        graph.write(direct(), tenant("north").id());
    }

    @Test
    void listsWhatTheRoleMayRead() {
        var admin = json(getAs("north-partner-admin", "/api/entities"), 200);
        assertThat(admin.path("total").asInt()).isEqualTo(4);
        assertThat(admin.path("next").isNull()).isTrue();
        var operator = json(getAs("north-operator", "/api/entities?limit=2"), 200);
        assertThat(operator.path("total").asInt()).isEqualTo(3);
        assertThat(operator.path("items").findValuesAsString("key")).containsExactly("api", "db");
        var rest = json(
                getAs(
                        "north-operator",
                        "/api/entities?limit=2&cursor=" + operator.path("next").asString()),
                200);
        assertThat(rest.path("items").findValuesAsString("key")).containsExactly("web");
        var found = json(getAs("north-operator", "/api/entities?search=w&types=service,database"), 200);
        assertThat(found.path("items").findValuesAsString("title")).containsExactly("Web shop");
        assertThat(found.path("items").path(0).path("properties").isObject()).isTrue();
    }

    @Test
    void walksAsFarAsTheRoleMayRead() {
        var path = "/api/entities/" + graph.id("web") + "/neighbourhood";
        var admin = json(getAs("north-partner-admin", path), 200);
        assertThat(admin.path("nodes").findValuesAsString("key")).containsExactly("web", "api", "db", "ann");
        assertThat(admin.path("rings").toString()).isEqualTo("[1,1,1,1]");
        assertThat(admin.path("total").toString()).isEqualTo("{\"nodes\":4,\"edges\":3}");
        assertThat(admin.path("cut").asBoolean()).isFalse();
        var operator = json(getAs("north-operator", path + "?hops=4&limit=2"), 200);
        assertThat(operator.path("total").path("nodes").asInt()).isEqualTo(3);
        assertThat(operator.path("edges").size()).isEqualTo(1);
        assertThat(operator.path("cut").asBoolean()).isTrue();
        assertThat(json(getAs("north-operator", path + "?direction=in"), 200)
                        .path("nodes")
                        .size())
                .isEqualTo(1);
        assertThat(json(getAs("north-operator", path + "?via=calls&types=service"), 200)
                        .path("nodes")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void doesNotKnowAnotherTenantsEntityNorOneThatMayNotBeRead() {
        for (var rest : new String[] {"", "/neighbourhood"}) {
            json(getAs("south-partner-admin", "/api/entities/" + graph.id("web") + rest), 404);
            json(getAs("north-operator", "/api/entities/" + graph.id("ann") + rest), 404);
            json(getAs("north-partner-admin", "/api/entities/" + EntityId.random() + rest), 404);
            json(getAs("north-partner-admin", "/api/entities/x" + rest), 404);
            json(getAs("north-partner-admin", "/api/entities/" + graph.id("ann") + rest), 200);
        }
    }

    @Test
    void refusesWhoeverMayReadNone() {
        assertThat(json(getAs("platform-pm", "/api/entities"), 403).path("code").asString())
                .isEqualTo("administration.platform-roles-stay-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hops=7", "hops=-1", "limit=501", "limit=0", "direction=up"})
    void namesTheParameterThatIsWrong(String query) {
        var problem =
                json(getAs("north-operator", "/api/entities/" + graph.id("web") + "/neighbourhood?" + query), 400);
        assertThat(problem.path("detail").asString()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void linksIncidentsAndUnlinksThem() {
        incident("N-1");
        var path = "/api/entities/" + graph.id("web") + "/links";
        var linked = json(link("north-operator", path, "N-1"), 200);
        assertThat(linked.path("title").asString()).isEqualTo("Mail is down");
        assertThat(linked.path("gone").asBoolean()).isFalse();
        assertThat(json(getAs("north-approver", path), 200).path("items").findValuesAsString("key"))
                .containsExactly("N-1");
        assertThat(json(link("north-operator", path, "N-1"), 409)
                        .path("receiptId")
                        .asString())
                .startsWith("rcp_");
        assertThat(json(link("north-operator", path, "N-2"), 422).path("code").asString())
                .isEqualTo("unknown-thing");
        assertThat(json(link("north-approver", path, "N-1"), 403).path("code").isString())
                .isTrue();
        json(unlink("south-partner-admin", path), 404);
        json(unlink("north-operator", path), 200);
        assertThat(json(getAs("north-approver", path), 200).path("items").size())
                .isZero();
    }

    @Test
    void doesNotKnowTheLinksOfAnotherTenantsEntityNorOfOneThatMayNotBeRead() {
        var path = "/api/entities/" + graph.id("ann") + "/links";
        json(getAs("south-partner-admin", path), 404);
        json(getAs("north-operator", path), 404);
        json(link("north-operator", path, "N-1"), 404);
        json(getAs("north-partner-admin", path), 200);
    }

    private void incident(String number) {
        JdbcClient.create(direct())
                .sql(
                        "INSERT IGNORE INTO incident (tenant_id, incident_id, incident_key, title, status, timeline, version, created_at, updated_at)"
                                + " VALUES (?, ?, ?, 'Mail is down', 'new', '[]', 1, NOW(6), NOW(6))")
                .params(tenant("north").id().value(), "inc_abcdefghijklmnop", number)
                .update();
    }

    private HttpResponse<String> link(String client, String path, String number) {
        return send(request(
                        path,
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"kind\": \"incident\", \"key\": \"" + number + "\"}")));
    }

    private HttpResponse<String> unlink(String client, String path) {
        return send(request(path + "?kind=incident&key=N-1", "Authorization", bearer(client))
                .DELETE());
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
