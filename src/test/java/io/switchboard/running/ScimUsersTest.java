package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.Members;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Users as identity providers bring, change and remove them. */
class ScimUsersTest extends RunningPortal {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final String MORE = "urn:switchboard:params:scim:api:messages:1.0:Error";

    @Autowired
    Members members;

    private ScimClient north() {
        return new ScimClient(port, () -> bearer("north-partner-admin"));
    }

    private static String unique(String name) {
        return name + "." + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void bringsAUserAndShowsIt() {
        var name = unique("Bjensen");
        var made = north().post("/Users", """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "%1$s"], "id": "mine", "externalId": "x-%2$s", "userName": "%2$s",
                 "name": {"givenName": "Barbara", "familyName": "Jensen"}, "emails": [{"value": "home@example.org", "type": "home"},
                 {"value": "bjensen@example.com", "type": "work", "primary": true}], "password": "secret", "shoeSize": 41,
                 "%1$s": {"department": "Tours", "manager": "26118915"}}""".formatted(ENTERPRISE, name)).is(201);
        assertThat(made.id()).startsWith("mem_");
        assertThat(made.header("Location")).endsWith("/scim/v2/Users/" + made.id());
        assertThat(made.header("ETag")).isEqualTo("W/\"0\"").isEqualTo(made.text("meta/version"));
        var read = north().get("/Users/" + made.id()).is(200);
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.text("emails/0/value")).isEqualTo("bjensen@example.com");
        assertThat(read.text("displayName")).isEqualTo("Barbara Jensen");
        assertThat(read.body().path(ENTERPRISE).path("department").asString("")).isEqualTo("Tours");
        assertThat(read.body().path("active").asBoolean(false)).isTrue();
        assertThat(read.raw().body()).doesNotContain("secret", "shoeSize");
    }

    @Test
    void leavesAReceiptWithoutNamesThatSaysWhatChanged() {
        var made = north().createUser(unique("quiet"));
        var changed = north().patch(
                        "/Users/" + made.id(),
                        "{\"op\": \"add\", \"path\": \"name.givenName\", \"value\": \"Zebulon\"}");
        var receipt = receipt(changed.is(200).header("Switchboard-Receipt"));
        assertThat(receipt).contains("members.update", "name.givenName", "Membership/" + made.id());
        assertThat(payload(changed.header("Switchboard-Receipt"))).doesNotContain("Zebulon", "quiet");
    }

    @Test
    void takesAMemberOverFromByHandAndSaysSo() {
        var id = members.add(tenant("north").id(), unique("byhand"), "By", "Hand", Set.of(Role.EVALUATOR));
        var changed = north().patch("/Users/" + id, "{\"op\": \"replace\", \"value\": {\"displayName\": \"Handy\"}}")
                .is(200);
        assertThat(payload(changed.header("Switchboard-Receipt"))).contains("\"takenOverFrom\":\"manual\"");
        var again = north().patch("/Users/" + id, "{\"op\": \"replace\", \"value\": {\"displayName\": \"Hander\"}}")
                .is(200);
        assertThat(payload(again.header("Switchboard-Receipt"))).doesNotContain("takenOverFrom");
        assertThat(members.find(tenant("north").id(), id).orElseThrow().roles()).containsExactly(Role.EVALUATOR);
    }

    @Test
    void knowsAUserNameInWhateverCaseAndAnExternalIdOnlyOnce() {
        var name = unique("Case");
        north().post("/Users", """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%1$s", "externalId": "%1$s"}""".formatted(name)).is(201);
        assertThat(north().post("/Users", ScimClient.user(name.toUpperCase(java.util.Locale.ROOT)))
                        .type(409))
                .isEqualTo("uniqueness");
        assertThat(north().post("/Users", """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "other.%1$s", "externalId": "%1$s"}""".formatted(name)).type(409)).isEqualTo("uniqueness");
        assertThat(north().find("Users", "userName eq \"other." + name + "\"").text("totalResults"))
                .isEqualTo("0");
        assertThat(members.findByUserName(tenant("north").id(), name.toUpperCase(java.util.Locale.ROOT)))
                .isPresent();
    }

    @Test
    void deactivatesByTheTextThatEntraSendsAndRemovesForGood() {
        var made = north().createUser(unique("leaver"));
        var member = new MemberId(made.id());
        var off = north().patch(
                        "/Users/" + made.id(), "{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}")
                .is(200);
        assertThat(off.body().path("active").asBoolean(true)).isFalse();
        assertThat(receipt(off.header("Switchboard-Receipt"))).contains("members.deactivate");
        assertThat(members.find(tenant("north").id(), member).orElseThrow().active())
                .isFalse();
        var gone = north().delete("/Users/" + made.id()).is(204);
        assertThat(north().get("/Users/" + made.id()).type(404)).isEmpty();
        assertThat(north().delete("/Users/" + made.id()).status()).isEqualTo(404);
        assertThat(receipt(gone.header("Switchboard-Receipt"))).contains("members.remove");
    }

    @Test
    void replacesAUserAndKeepsWhoIsDeactivatedOut() {
        var name = unique("replaced");
        var made = north().post("/Users", """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%s", "active": false,
                 "name": {"givenName": "Old"}}""".formatted(name)).is(201);
        var put = north().put("/Users/" + made.id(), ScimClient.user(name)).is(200);
        assertThat(put.body().path("active").asBoolean(true)).isFalse();
        assertThat(put.body().has("name")).isFalse();
        assertThat(put.text("meta/version")).isEqualTo("W/\"1\"");
    }

    @Test
    void changesOnlyTheVersionThatTheClientSaw() {
        var made = north().createUser(unique("tagged"));
        var path = "/Users/" + made.id();
        var operation = "{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"Seen\"}";
        assertThat(north().patch(path, operation, "If-Match", "W/\"7\"").status())
                .isEqualTo(412);
        var changed =
                north().patch(path, operation, "If-Match", made.header("ETag")).is(200);
        assertThat(north().get(path, "If-None-Match", changed.header("ETag")).status())
                .isEqualTo(304);
        assertThat(north().get(path, "If-None-Match", made.header("ETag")).status())
                .isEqualTo(200);
    }

    @Test
    void findsUsersByFiltersAndCountsThemTruly() {
        var mark = unique("m").replace('.', '-');
        for (int i = 0; i < 7; i++) {
            north().post("/Users", """
                    {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "u%1$d.%2$s", "externalId": "e%1$d-%2$s",
                     "name": {"familyName": "%2$s"}, "emails": [{"value": "u%1$d@%2$s.example"}], "active": %3$s}""".formatted(i, mark, i % 2 == 0)).is(201);
        }
        assertFound("userName eq \"U3." + mark + "\"", 1);
        assertFound("externalId eq \"e3-" + mark + "\"", 1);
        assertFound("externalId eq \"E3-" + mark + "\"", 0);
        assertFound("name.familyName eq \"" + mark + "\"", 7);
        assertFound("name.familyName eq \"" + mark + "\" and active eq false", 3);
        assertFound("name.familyName eq \"" + mark + "\" and not (userName sw \"u1\" or userName sw \"u2\")", 5);
        assertFound("emails[type eq \"work\" and value ew \"@" + mark + ".example\"]", 7);
        assertFound("emails.value co \"@" + mark + "\" and userName gt \"u4\"", 3);
        assertFound("name.familyName eq \"" + mark + "\" and name.givenName pr", 0);
        assertFound("name.familyName eq \"" + mark + "\" and name.givenName ne \"x\"", 7);
        assertFound("name.familyName eq \"" + mark + "\" and meta.created gt \"2020-01-01T00:00:00Z\"", 7);
        assertFound("urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"u3." + mark + "\"", 1);
        assertFound("userName eq \"' OR '1'='1\"", 0);
        assertFound("userName co \"%\"", 0);
        assertFound("userName co \"_._\" and name.familyName eq \"" + mark + "\"", 0);
        var page = north().get("/Users?filter=name.familyName%20eq%20%22" + mark
                + "%22&startIndex=3&count=2&sortBy=userName&sortOrder=descending");
        assertThat(page.is(200).text("totalResults")).isEqualTo("7");
        assertThat(page.text("itemsPerPage")).isEqualTo("2");
        assertThat(page.text("Resources/0/userName")).isEqualTo("u4." + mark);
        assertThat(north().get("/Users?count=0")
                        .is(200)
                        .body()
                        .path("Resources")
                        .size())
                .isZero();
        assertThat(north().get("/Users?startIndex=-5&count=-1").is(200).text("startIndex"))
                .isEqualTo("1");
        assertThat(north().get("/Users?startIndex=999999999999&count=900000")
                        .is(200)
                        .text("itemsPerPage"))
                .isEqualTo("0");
    }

    private void assertFound(String filter, int total) {
        assertThat(north().find("Users", filter).is(200).text("totalResults"))
                .as(filter)
                .isEqualTo("" + total);
    }

    @Test
    void showsOnlyTheAttributesThatWereAskedFor() {
        var made = north().post("/Users", """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%s", "name": {"givenName": "A", "familyName": "B"}}""".formatted(unique("pruned"))).is(201);
        var some = north().get("/Users/" + made.id() + "?attributes=userName,name.givenName")
                .is(200)
                .body();
        assertThat(some.propertyNames()).containsExactlyInAnyOrder("schemas", "id", "userName", "name");
        assertThat(some.path("name").propertyNames()).containsExactly("givenName");
        var rest = north().get("/Users/" + made.id() + "?excludedAttributes=name.givenName,meta")
                .is(200)
                .body();
        assertThat(rest.path("name").propertyNames()).containsExactlyInAnyOrder("familyName", "formatted");
        assertThat(rest.has("meta")).isFalse();
        assertThat(north().get("/Users?attributes=id&excludedAttributes=id").type(400))
                .isEqualTo("invalidValue");
    }

    @Test
    void takesThePatchesThatEntraAndOktaSend() {
        var made = north().createUser(unique("patched"));
        var path = "/Users/" + made.id();
        var entra = north().patch(path, """
                {"op": "Add", "path": "emails[type eq \\"work\\"].value", "value": "first@example.com"},
                {"op": "Add", "path": "name.givenName", "value": "Given"},
                {"op": "Add", "path": "%1$s:department", "value": "Sales"},
                {"op": "Add", "path": "%1$s:manager", "value": "mem_aaaaaaaaaaaaaaaa"},
                {"op": "Add", "path": "phoneNumbers[type eq \\"work\\"].value", "value": "1"}""".formatted(ENTERPRISE)).is(200);
        assertThat(entra.text("emails/0/value")).isEqualTo("first@example.com");
        assertThat(entra.text("name/givenName")).isEqualTo("Given");
        var dotted = north().patch(path, """
                {"op": "Replace", "value": {"active": "true", "name.familyName": "Family", "%s:department": "Legal",
                 "emails[type eq \\"work\\"].value": "second@example.com"}}""".formatted(ENTERPRISE)).is(200);
        assertThat(dotted.text("name/familyName")).isEqualTo("Family");
        assertThat(dotted.text("emails/0/value")).isEqualTo("second@example.com");
        assertThat(dotted.body().path(ENTERPRISE).path("department").asString(""))
                .isEqualTo("Legal");
        var okta = north().patch(
                        path, "{\"op\": \"replace\", \"value\": {\"id\": \"" + made.id() + "\", \"active\": false}}")
                .is(200);
        assertThat(okta.body().path("active").asBoolean(true)).isFalse();
        var removed = north().patch(
                        path,
                        "{\"op\": \"Remove\", \"path\": \"emails[type eq \\\"work\\\"]\"}, {\"op\": \"remove\", \"path\": \"name\"}")
                .is(200);
        assertThat(removed.body().has("emails") || removed.body().has("name")).isFalse();
    }

    @Test
    void saysWhatIsWrongWithAPatch() {
        var path = "/Users/" + north().createUser(unique("wrong")).id();
        assertThat(north().patch(path, "{\"op\": \"erase\", \"path\": \"title\"}")
                        .type(400))
                .isEqualTo("invalidSyntax");
        assertThat(north().patch(path, "{\"op\": \"remove\"}").type(400)).isEqualTo("noTarget");
        assertThat(north().patch(
                                path,
                                "{\"op\": \"replace\", \"path\": \"emails[value co \\\"x\\\"].value\", \"value\": \"y\"}")
                        .type(400))
                .isEqualTo("noTarget");
        assertThat(north().patch(path, "{\"op\": \"replace\", \"path\": \"id\", \"value\": \"y\"}")
                        .type(400))
                .isEqualTo("mutability");
        assertThat(north().patch(path, "{\"op\": \"replace\", \"path\": \"emails[\", \"value\": \"y\"}")
                        .type(400))
                .isEqualTo("invalidPath");
        assertThat(north().patch(path, "{\"op\": \"replace\", \"path\": \"active\", \"value\": \"perhaps\"}")
                        .type(400))
                .isEqualTo("invalidValue");
        assertThat(north().patch(path, "{\"op\": \"remove\", \"path\": \"userName\"}")
                        .type(400))
                .isEqualTo("invalidValue");
        assertThat(north().send("PATCH", path, "{\"Operations\": [{\"op\": \"remove\", \"path\": \"title\"}]}")
                        .type(400))
                .isEqualTo("invalidSyntax");
    }

    @Test
    void refusesWhatIsHostileBeforeItDoesAnything() {
        var north = north();
        assertThat(north.send("POST", "/Users", new byte[10 * 1024 * 1024]).type(413))
                .isEmpty();
        assertThat(north.post("/Users", "{\"a\":".repeat(500) + "1" + "}".repeat(500))
                        .type(400))
                .isEqualTo("invalidSyntax");
        assertThat(north.post("/Users", ScimClient.user("a\", \"userName\": \"b"))
                        .type(400))
                .isEqualTo("invalidSyntax");
        assertThat(north.post("/Users", ScimClient.user("a\", \"USERNAME\": \"b"))
                        .type(400))
                .isEqualTo("invalidSyntax");
        assertThat(north.post("/Users", ScimClient.user("a\\u0000b")).type(400)).isEqualTo("invalidValue");
        assertThat(north.post("/Users", ScimClient.user("a\\ud800b")).type(400)).isEqualTo("invalidValue");
        assertThat(north.post("/Users", ScimClient.user("x".repeat(129))).type(400))
                .isEqualTo("invalidValue");
        assertThat(north.post("/Users", "{\"userName\": \"schemaless\"}").type(400))
                .isEqualTo("invalidSyntax");
        assertThat(north.post("/Users", "[]").type(400)).isEqualTo("invalidSyntax");
        assertThat(north.send("POST", "/Users", new byte[] {'{', (byte) 0xff, '}'})
                        .type(400))
                .isEqualTo("invalidSyntax");
        assertThat(north.find("Users", "(".repeat(200) + "id pr" + ")".repeat(200))
                        .type(400))
                .isEqualTo("invalidFilter");
        assertThat(north.find("Users", "id pr or ".repeat(300) + "id pr").type(400))
                .isEqualTo("invalidFilter");
        assertThat(north.find("Users", "password eq \"x\"").type(400)).isEqualTo("invalidFilter");
        assertThat(north.get("/Users?startIndex=x").type(400)).isEqualTo("invalidValue");
        assertThat(getAs("north-partner-admin", "/scim/v2/Users/%00").statusCode())
                .isEqualTo(400);
        assertThat(north.get("/Things").type(404)).isEmpty();
        assertThat(north.send("DELETE", "/Users", "").type(405)).isEmpty();
        assertThat(north.send("POST", "/Users", "<a/>", "Content-Type", "application/xml")
                        .status())
                .isIn(400, 415);
    }

    @Test
    void anotherTenantsUserIsNotFound() {
        var id = north().createUser(unique("northerner")).id();
        var south = new ScimClient(port, () -> bearer("south-partner-admin"));
        assertThat(south.get("/Users/" + id).type(404)).isEmpty();
        assertThat(south.put("/Users/" + id, ScimClient.user("taken")).type(404))
                .isEmpty();
        assertThat(south.patch("/Users/" + id, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}")
                        .type(404))
                .isEmpty();
        assertThat(south.delete("/Users/" + id).type(404)).isEmpty();
        assertThat(south.find("Users", "id eq \"" + id + "\"").is(200).text("totalResults"))
                .isEqualTo("0");
        north().get("/Users/" + id).is(200);
    }

    @Test
    void refusesWhoMayNotWithTheRuleAndTheProof() {
        var operator = new ScimClient(port, () -> bearer("north-operator"));
        var refused = operator.post("/Users", ScimClient.user(unique("denied")));
        assertThat(refused.type(403)).isEmpty();
        assertThat(refused.text(MORE + "/rule")).isEqualTo("no-permit");
        assertThat(receipt(refused.text(MORE + "/receiptId"))).contains("members.provision", "denied");
        assertThat(refused.text(MORE + "/decisionId")).startsWith("dec_");
        assertThat(operator.get("/Users").type(403)).isEmpty();
        assertThat(new ScimClient(port, () -> "Bearer nonsense").get("/Users").type(401))
                .isEmpty();
    }

    @Test
    void triesAChangeWithoutMakingIt() {
        var made = north().createUser(unique("dry"));
        var dry = north().patch(
                        "/Users/" + made.id() + "?dryRun=true",
                        "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}")
                .is(200);
        assertThat(dry.text("action")).isEqualTo("members.deactivate");
        assertThat(dry.text("changes/0/attribute")).isEqualTo("active");
        assertThat(dry.text("changes/0/after")).isEqualTo("false");
        assertThat(dry.body().path("deactivated").asInt(0)).isEqualTo(1);
        assertThat(receipt(dry.text("receiptId"))).contains("simulated");
        assertThat(north().get("/Users/" + made.id()).body()).isEqualTo(made.body());
        north().send("DELETE", "/Users/" + made.id() + "?dryRun=true", "").is(200);
        north().get("/Users/" + made.id()).is(200);
        var name = unique("never");
        assertThat(north().post("/Users?dryRun=true", ScimClient.user(name))
                        .is(200)
                        .text("action"))
                .isEqualTo("members.provision");
        assertFound("userName eq \"" + name + "\"", 0);
    }

    private String receipt(String id) {
        var answer = getAs("north-partner-admin", "/api/receipts/" + id);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** What the receipt states for everybody to read. */
    private String payload(String id) {
        var answer = getAs("north-partner-admin", "/api/receipts/" + id + "/envelope");
        JsonNode envelope = JsonMapper.shared().readTree(answer.body());
        return new String(
                java.util.Base64.getDecoder().decode(envelope.path("payload").asString("")),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
