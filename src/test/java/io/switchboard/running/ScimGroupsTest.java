package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.TenantSettings;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Groups, the roles that they grant, and bulks. Each test has a tenant of its own, since a role has one group in a tenant. */
class ScimGroupsTest extends RunningPortal {

    @Autowired
    Members members;

    private String slug = "";
    private TenantId tenant = TenantId.random();

    @BeforeEach
    void ownTenant() {
        slug = "g" + UUID.randomUUID().toString().substring(0, 8);
        var made =
                tenants.register(new Slug(slug), Plan.PRO, new TenantSettings(slug, "#1f5eff", Optional.empty(), 365));
        keys.establish(made.id(), made.log(), made.log().value());
        tenant = made.id();
        registerClient(new Caller(tenant, Actor.service("scim"), Set.of(Role.PARTNER_ADMIN)), slug);
    }

    private ScimClient scim() {
        return new ScimClient(port, () -> bearer(slug));
    }

    private Set<Role> roles(String id) {
        return members.find(tenant, new MemberId(id)).orElseThrow().roles();
    }

    @Test
    void grantsTheRoleThatAGroupIsCalledForAsLongAsSomebodyIsInIt() {
        var own = members.add(tenant, "own", "", "", Set.of(Role.OPERATOR)).value();
        var user = scim().createUser("user").id();
        var group =
                scim().post("/Groups", ScimClient.group("Operator", own, user)).is(201);
        assertThat(group.id()).startsWith("grp_");
        assertThat(roles(user)).containsExactly(Role.OPERATOR);
        assertThat(scim().get("/Users/" + user).text("groups/0/display")).isEqualTo("Operator");
        scim().patch(
                        "/Groups/" + group.id(),
                        "{\"op\": \"remove\", \"path\": \"members[value eq \\\"" + user + "\\\"]\"}")
                .is(200);
        assertThat(roles(user)).isEmpty();
        scim().patch(
                        "/Groups/" + group.id(),
                        "{\"op\": \"Remove\", \"path\": \"members\", \"value\": [{\"value\": \"" + own + "\"}]}")
                .is(200);
        assertThat(roles(own)).as("what was given by hand stays").containsExactly(Role.OPERATOR);
    }

    @Test
    void grantsNothingByAnyOtherNameAndNeverAPlatformRole() {
        var user = scim().createUser("user").id();
        scim().post("/Groups", ScimClient.group("Everyone", user)).is(201);
        scim().post("/Groups", ScimClient.group("platform-admin", user)).is(201);
        assertThat(roles(user)).isEmpty();
        var byExternalId = scim().post("/Groups", """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Those who judge", "externalId": "evaluator",
                 "members": [{"value": "%s"}]}""".formatted(user)).is(201);
        assertThat(roles(user)).containsExactly(Role.EVALUATOR);
        scim().patch(
                        "/Groups/" + byExternalId.id(),
                        "{\"op\": \"replace\", \"path\": \"externalId\", \"value\": \"other\"}")
                .is(200);
        assertThat(roles(user)).isEmpty();
        scim().patch(
                        "/Groups/" + byExternalId.id(),
                        "{\"op\": \"replace\", \"value\": {\"id\": \"" + byExternalId.id()
                                + "\", \"displayName\": \"Operator\"}}")
                .is(200);
        assertThat(roles(user)).containsExactly(Role.OPERATOR);
        scim().delete("/Groups/" + byExternalId.id()).is(204);
        assertThat(roles(user)).isEmpty();
    }

    @Test
    void removesThoseThatAreNamedAndAllOnlyWhereNobodyIs() {
        var ids = IntStream.range(0, 5)
                .mapToObj(i -> scim().createUser("u" + i).id())
                .toList();
        var group = scim().post("/Groups", ScimClient.group("Team", ids.toArray(String[]::new)))
                .is(201)
                .id();
        var path = "/Groups/" + group;
        assertThat(size(scim().patch(
                                path,
                                "{\"op\": \"Remove\", \"path\": \"members\", \"value\": [{\"value\": \"" + ids.get(0)
                                        + "\"}, {\"value\": \"unknown\"}]}")))
                .isEqualTo(4);
        assertThat(size(scim().patch(path, "{\"op\": \"remove\", \"path\": \"members\", \"value\": []}")))
                .isEqualTo(4);
        assertThat(size(scim().patch(
                                path,
                                "{\"op\": \"remove\", \"path\": \"members[value eq \\\"" + ids.get(1)
                                        + "\\\" or value eq \\\"" + ids.get(2) + "\\\"]\"}")))
                .isEqualTo(2);
        assertThat(size(scim().patch(
                                path,
                                "{\"op\": \"Add\", \"path\": \"members\", \"value\": [{\"value\": \"" + ids.get(0)
                                        + "\"}, {\"value\": \"" + ids.get(3) + "\"}]}")))
                .isEqualTo(3);
        assertThat(size(scim().patch(
                                path,
                                "{\"op\": \"replace\", \"path\": \"members\", \"value\": {\"value\": \"" + ids.get(4)
                                        + "\"}}")))
                .isEqualTo(1);
        assertThat(size(scim().patch(path, "{\"op\": \"remove\", \"path\": \"members\"}")))
                .isZero();
        assertThat(size(scim().put(path, ScimClient.group("Team", ids.get(1), ids.get(2)))))
                .isEqualTo(2);
        assertThat(scim().get(path + "?excludedAttributes=members")
                        .is(200)
                        .body()
                        .has("members"))
                .isFalse();
    }

    private static int size(ScimClient.Answer group) {
        return group.is(200).body().path("members").size();
    }

    @Test
    void findsGroupsByNameAndByMember() {
        var user = scim().createUser("user").id();
        var team = scim().post("/Groups", ScimClient.group("Team Rot", user))
                .is(201)
                .id();
        scim().post("/Groups", ScimClient.group("Team Blau")).is(201);
        assertThat(scim().find("Groups", "displayName eq \"team rot\"").is(200).text("Resources/0/id"))
                .isEqualTo(team);
        assertThat(scim().find("Groups", "displayName sw \"Team\"").text("totalResults"))
                .isEqualTo("2");
        assertThat(scim().find("Groups", "members.value eq \"" + user + "\"").text("totalResults"))
                .isEqualTo("1");
        assertThat(scim().find("Groups", "members[value eq \"" + user + "\"]").text("totalResults"))
                .isEqualTo("1");
        assertThat(scim().find("Groups", "not (members pr)").text("totalResults"))
                .isEqualTo("1");
        assertThat(scim().find("Users", "groups.value eq \"" + team + "\"").text("Resources/0/id"))
                .isEqualTo(user);
        assertThat(scim().post("/Groups", ScimClient.group("TEAM ROT")).type(409))
                .isEqualTo("uniqueness");
    }

    @Test
    void aGroupTakesNeitherStrangersNorGroups() {
        var stranger = new ScimClient(port, () -> bearer("south-partner-admin"))
                .createUser("s." + slug)
                .id();
        assertThat(scim().post("/Groups", ScimClient.group("Team", stranger)).type(400))
                .isEqualTo("invalidValue");
        assertThat(scim().find("Groups", "displayName eq \"Team\"").text("totalResults"))
                .isEqualTo("0");
        assertThat(scim().post("/Groups", ScimClient.group("Team", "grp_aaaaaaaaaaaaaaaa"))
                        .type(400))
                .isEqualTo("invalidValue");
        var group = scim().post("/Groups", ScimClient.group("Team")).is(201).id();
        var south = new ScimClient(port, () -> bearer("south-partner-admin"));
        assertThat(south.get("/Groups/" + group).type(404)).isEmpty();
        assertThat(south.patch("/Groups/" + group, "{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"x\"}")
                        .type(404))
                .isEmpty();
        assertThat(south.delete("/Groups/" + group).type(404)).isEmpty();
    }

    @Test
    void aRemovedUserLeavesItsGroupsWhichChangeWithIt() {
        var user = scim().createUser("user").id();
        var group = scim().post("/Groups", ScimClient.group("Team", user)).is(201);
        scim().delete("/Users/" + user).is(204);
        var now = scim().get("/Groups/" + group.id()).is(200);
        assertThat(size(now)).isZero();
        assertThat(now.header("ETag")).isNotEqualTo(group.header("ETag"));
    }

    @Test
    void endsEveryWriteWithAnAnswerWhereManyMeetAtOnce() throws Exception {
        // Inactive, so that removing them takes nothing from anybody and needs no approval.
        var ids = IntStream.range(0, 16)
                .mapToObj(i -> scim().post(
                                "/Users",
                                ScimClient.user("u" + i).replace("\"userName\"", "\"active\": false, \"userName\""))
                        .is(201)
                        .id())
                .toList();
        var path = "/Groups/"
                + scim().post(
                                "/Groups",
                                ScimClient.group("Team", ids.subList(0, 8).toArray(String[]::new)))
                        .is(201)
                        .id();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var calls = ids.stream()
                    .flatMap(id -> Stream.<Callable<ScimClient.Answer>>of(
                            () -> scim().patch(
                                            path,
                                            "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"" + id
                                                    + "\"}]}"),
                            () -> scim().delete("/Users/" + id)))
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).as(answer.get().raw().body()).isIn(200, 204, 400, 404);
            }
        }
        assertThat(size(scim().get(path))).isZero();
    }

    @Test
    void doesABulkWhoseOperationsReferToEachOther() {
        var answer = scim().post("/Bulk", bulk(0, """
                {"method": "POST", "path": "/Groups", "bulkId": "g", "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
                 "displayName": "Team", "members": [{"value": "bulkId:a"}, {"value": "bulkId:b"}]}},
                {"method": "post", "path": "/Users", "bulkId": "a", "data": %s},
                {"method": "POST", "path": "/Users", "bulkId": "b", "data": %s},
                {"method": "PATCH", "path": "/Users/bulkId:a", "data": {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations": [{"op": "replace", "path": "active", "value": false}]}},
                {"method": "DELETE", "path": "/Users/bulkId:b"},
                {"method": "POST", "path": "/Users", "bulkId": "c", "data": %s},
                {"method": "PATCH", "path": "/Users/mem_aaaaaaaaaaaaaaaa"}""".formatted(
                                ScimClient.user("a"), ScimClient.user("b"), ScimClient.user("A"))))
                .is(200);
        assertThat(statuses(answer)).isEqualTo("201 201 201 200 204 409 400");
        assertThat(answer.text("Operations/0/bulkId")).isEqualTo("g");
        assertThat(answer.text("Operations/0/location")).contains("/scim/v2/Groups/grp_");
        assertThat(answer.text("Operations/5/response/scimType")).isEqualTo("uniqueness");
        assertThat(size(scim().get("/Groups/"
                        + answer.text("Operations/0/location").replaceFirst(".*/", ""))))
                .isEqualTo(1);
    }

    @Test
    void endsABulkAfterAsManyErrorsAsTheClientBears() {
        var answer = scim().post("/Bulk", bulk(1, """
                {"method": "POST", "path": "/Users", "bulkId": "x", "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": ""}},
                {"method": "POST", "path": "/Users", "bulkId": "y", "data": %s}""".formatted(ScimClient.user("y"))));
        assertThat(statuses(answer.is(200))).isEqualTo("400");
        assertThat(scim().get("/Users").text("totalResults")).isEqualTo("0");
        var circle = scim().post("/Bulk", bulk(0, """
                {"method": "POST", "path": "/Groups", "bulkId": "g", "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
                 "displayName": "Team", "members": [{"value": "bulkId:g"}]}},
                {"method": "DELETE", "path": "/Users/bulkId:nobody"}"""));
        assertThat(statuses(circle.is(200))).isEqualTo("400 400");
    }

    @Test
    void refusesABulkThatIsTooLarge() {
        var one = "{\"method\": \"DELETE\", \"path\": \"/Users/mem_aaaaaaaaaaaaaaaa\"}";
        var many = IntStream.range(0, 1_001).mapToObj(_ -> one).collect(Collectors.joining(","));
        assertThat(scim().post("/Bulk", bulk(0, many)).type(413)).isEmpty();
        assertThat(scim().post("/Bulk", bulk(0, "{\"path\": \"" + "x".repeat(1 << 20) + "\"}"))
                        .type(413))
                .isEmpty();
        assertThat(scim().post("/Bulk", bulk(0, "")).type(400)).isEqualTo("invalidSyntax");
        var twice = "{\"method\": \"POST\", \"path\": \"/Users\", \"bulkId\": \"x\"}";
        assertThat(scim().post("/Bulk", bulk(0, twice + "," + twice)).type(400)).isEqualTo("invalidSyntax");
    }

    @Test
    void triesAWholeBulkWithoutDoingAnyOfIt() {
        var user = scim().createUser("there").id();
        var dry = scim().post("/Bulk?dryRun=true", bulk(0, """
                {"method": "POST", "path": "/Users", "bulkId": "a", "data": %1$s},
                {"method": "POST", "path": "/Groups", "bulkId": "g", "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
                 "displayName": "operator", "members": [{"value": "bulkId:a"}, {"value": "%2$s"}]}},
                {"method": "POST", "path": "/Users", "bulkId": "b", "data": %3$s},
                {"method": "DELETE", "path": "/Users/%2$s"}""".formatted(
                                ScimClient.user("a"), user, ScimClient.user("THERE"))))
                .is(200);
        assertThat(statuses(dry)).isEqualTo("200 200 409 200");
        assertThat(dry.text("Operations/1/response/rolesGained")).isEqualTo("2");
        assertThat(dry.text("Operations/3/response/removed")).isEqualTo("1");
        assertThat(scim().get("/Users").text("totalResults")).isEqualTo("1");
        assertThat(scim().get("/Groups").text("totalResults")).isEqualTo("0");
        var receipt = getAs(slug, "/api/receipts/" + dry.text("receiptId")).body();
        assertThat(receipt).contains("members.rehearse", "simulated");
    }

    @Test
    void tellsWhatItCanDo() {
        var config = scim().get("/ServiceProviderConfig").is(200).body();
        assertThat(config.path("bulk").path("maxOperations").asInt(0)).isEqualTo(1_000);
        assertThat(config.path("filter").path("maxResults").asInt(0)).isEqualTo(500);
        assertThat(scim().get("/ResourceTypes").is(200).text("totalResults")).isEqualTo("2");
        assertThat(scim().get("/ResourceTypes/Group").is(200).text("endpoint")).isEqualTo("/Groups");
        assertThat(scim().get("/Schemas").is(200).text("totalResults")).isEqualTo("3");
        assertThat(scim().get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
                        .is(200)
                        .text("name"))
                .isEqualTo("User");
        assertThat(scim().get("/Schemas/urn:nobodys").type(404)).isEmpty();
        assertThat(scim().get("/Schemas?filter=id%20pr").type(403)).isEmpty();
    }

    private static String bulk(int failOnErrors, String operations) {
        return "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"], \"failOnErrors\": "
                + failOnErrors + ", \"Operations\": [" + operations + "]}";
    }

    private static String statuses(ScimClient.Answer bulk) {
        return bulk.body()
                .path("Operations")
                .valueStream()
                .map(operation -> operation.path("status").asString(""))
                .collect(Collectors.joining(" "));
    }
}
