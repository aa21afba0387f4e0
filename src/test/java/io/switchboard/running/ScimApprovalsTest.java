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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What SCIM may not do alone, and the approvals that let it. Each test has a tenant of its own with 20 operators and one partner-admin. */
class ScimApprovalsTest extends RunningPortal {

    private static final String MORE = "urn:switchboard:params:scim:api:messages:1.0:Error";

    private static final String OFF = "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}";

    @Autowired
    Members members;

    private String slug = "";
    private TenantId tenant = TenantId.random();
    private MemberId admin = MemberId.random();
    private List<String> people = List.of();

    @BeforeEach
    void ownTenant() {
        slug = "a" + UUID.randomUUID().toString().substring(0, 8);
        var made =
                tenants.register(new Slug(slug), Plan.PRO, new TenantSettings(slug, "#1f5eff", Optional.empty(), 365));
        keys.establish(made.id(), made.log(), made.log().value());
        tenant = made.id();
        registerClient(new Caller(tenant, Actor.service("scim"), Set.of(Role.PARTNER_ADMIN)), slug);
        registerClient(new Caller(tenant, Actor.service("desk"), Set.of(Role.APPROVER)), slug + "-desk");
        registerClient(
                new Caller(tenant, Actor.service("both"), Set.of(Role.PARTNER_ADMIN, Role.APPROVER)), slug + "-both");
        admin = members.add(tenant, "admin", "", "", Set.of(Role.PARTNER_ADMIN));
        people = IntStream.range(0, 20)
                .mapToObj(i -> members.add(tenant, "p" + i, "", "", Set.of(Role.OPERATOR))
                        .value())
                .toList();
    }

    private ScimClient scim() {
        return new ScimClient(port, () -> bearer(slug));
    }

    private boolean active(String id) {
        return members.find(tenant, new MemberId(id)).orElseThrow().active();
    }

    private ScimClient.Answer deactivate(int person) {
        return scim().patch("/Users/" + people.get(person), OFF);
    }

    private static String ticket(ScimClient.Answer held) {
        assertThat(held.type(403)).isEmpty();
        return held.body().path(MORE).path("ticket").asString("");
    }

    @Test
    void holdsTheFifthDeactivationOfAnHourUntilItIsApprovedAndLetsItPassOnce() {
        IntStream.range(0, 4).forEach(person -> deactivate(person).is(200));
        var held = deactivate(4);
        var ticket = ticket(held);
        assertThat(held.text("detail")).contains(ticket, "Repeat the same request", "can no longer sign in: 1");
        assertThat(active(people.get(4))).isTrue();
        assertThat(ticket(deactivate(4))).as("one ticket for one request").isEqualTo(ticket);
        assertThat(ticket(deactivate(5))).isNotEqualTo(ticket);

        var decided = decide(slug + "-desk", ticket, "approve", "They left, HR says.");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        var done = deactivate(4).is(200);
        assertThat(active(people.get(4))).isFalse();
        var approval = json(decided).path("decisions").path(0).path("receiptId").asString("");
        assertThat(payload(done.header("Switchboard-Receipt")))
                .contains("\"approvedBy\":[\"" + approval + "\"]", "\"ticket\":\"" + ticket + "\"");
        assertThat(state(ticket)).isEqualTo("used");

        scim().patch("/Users/" + people.get(4), OFF.replace("false", "true")).is(200);
        assertThat(ticket(deactivate(4))).as("an approval counts once").isNotEqualTo(ticket);
    }

    @Test
    void countsRolesThatAreLostInTheEndAndNotThoseThatAreHeldOtherwise() {
        var held = IntStream.range(0, 6)
                .mapToObj(i -> scim().createUser("new" + i).id())
                .toArray(String[]::new);
        var byGroup = scim().post("/Groups", ScimClient.group("Operator", held)).is(201);
        var own = scim().post("/Groups", ScimClient.group("Operators too", people.toArray(String[]::new)))
                .is(201);
        scim().put("/Groups/" + own.id(), ScimClient.group("Operators too")).is(200);
        var added = scim().patch(
                        "/Groups/" + byGroup.id(),
                        "{\"op\": \"add\", \"path\": \"members\", \"value\": ["
                                + people.stream()
                                        .map(id -> "{\"value\": \"" + id + "\"}")
                                        .collect(Collectors.joining(","))
                                + "]}")
                .is(200);
        assertThat(added.body().path("members").size()).isEqualTo(26);
        scim().put("/Groups/" + byGroup.id(), ScimClient.group("Operator", held))
                .is(200); // all 20 are operators by hand, so nobody loses anything
        var ticket = ticket(scim().delete("/Groups/" + byGroup.id()));
        assertThat(json(getAs(slug, "/api/approvals/" + ticket)).path("counts").toString())
                .contains("{\"code\":\"membersDemoted\",\"words\":\"members who lose a role\",\"number\":6}");
        scim().get("/Groups/" + byGroup.id()).is(200);
    }

    @Test
    void raisesNobodyToPartnerAdminOrApproverAlone() {
        var person = people.getFirst();
        var group = ScimClient.group("Approver", person);
        var ticket = ticket(scim().post("/Groups", group));
        assertThat(scim().find("Groups", "displayName eq \"Approver\"").text("totalResults"))
                .isEqualTo("0");
        assertThat(decide(slug + "-desk", ticket, "deny", "No.").statusCode()).isEqualTo(200);
        var denied = scim().post("/Groups", group);
        assertThat(ticket(denied)).isEqualTo(ticket);
        assertThat(denied.text("detail")).contains("was denied");
        assertThat(members.find(tenant, new MemberId(person)).orElseThrow().roles())
                .containsExactly(Role.OPERATOR);
        scim().post("/Groups", ScimClient.group("partner-admin", admin.value())).is(201); // is one already
    }

    @Test
    void holdsABulkAsAWholeAndDoesAllOfItOnceItIsApproved() {
        var operations = people.subList(0, 8).stream()
                .map(id -> "{\"method\": \"DELETE\", \"path\": \"/Users/" + id + "\"}")
                .collect(Collectors.joining(","));
        var bulk = "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"], \"Operations\": ["
                + operations + "]}";
        var dry = scim().post("/Bulk?dryRun=true", bulk).is(200);
        assertThat(dry.text("Operations/3/response/held")).isEqualTo("false");
        assertThat(dry.text("Operations/4/response/held")).isEqualTo("true");
        var ticket = ticket(scim().post("/Bulk", bulk));
        assertThat(scim().get("/Users").text("totalResults")).isEqualTo("21");
        assertThat(ticket(scim().post("/Bulk", bulk))).isEqualTo(ticket);
        assertThat(decide(slug + "-desk", ticket, "approve", "Spring clean.").statusCode())
                .isEqualTo(200);
        var done = scim().post("/Bulk", bulk).is(200);
        assertThat(done.body()
                        .path("Operations")
                        .valueStream()
                        .map(it -> it.path("status").asString("")))
                .containsOnly("204");
        assertThat(scim().get("/Users").text("totalResults")).isEqualTo("13");
    }

    @Test
    void saysInADryRunThatItWouldBeHeldAndOpensNoTicket() {
        var dry = scim().post("/Groups?dryRun=true", ScimClient.group("partner-admin", people.getFirst()))
                .is(200);
        assertThat(dry.text("held")).isEqualTo("true");
        assertThat(dry.text("hold")).contains("Nobody becomes partner-admin");
        var small = scim().send(
                        "PATCH",
                        "/Users/" + people.getFirst() + "?dryRun=true",
                        "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": [" + OFF
                                + "]}")
                .is(200);
        assertThat(small.text("held")).isEqualTo("false");
        assertThat(json(getAs(slug, "/api/approvals")).path("total").asInt(-1)).isZero();
    }

    @Test
    void keepsTheLastActivePartnerAdminWhateverIsApproved() {
        var off = scim().patch("/Users/" + admin, OFF);
        assertThat(off.type(403)).isEmpty();
        assertThat(off.text("detail")).contains("last active partner-admin");
        assertThat(scim().delete("/Users/" + admin).type(403)).isEmpty();
        assertThat(active(admin.value())).isTrue();
        var second = members.add(tenant, "second", "", "", Set.of(Role.PARTNER_ADMIN));
        scim().delete("/Users/" + admin).is(204);
        assertThat(scim().delete("/Users/" + second).type(403)).isEmpty();
    }

    @Test
    void nobodyDecidesWhatTheyAskedForAndWhoIsNoApproverDecidesNothing() {
        var both = new ScimClient(port, () -> bearer(slug + "-both"));
        var ticket = ticket(both.post("/Groups", ScimClient.group("Approver", people.getFirst())));
        var own = decide(slug + "-both", ticket, "approve", "Me.");
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(json(own).path("code").asString("")).isEqualTo("approvals.decide-by-somebody-else");
        assertThat(json(own).path("receiptId").asString("")).startsWith("rcp_");
        assertThat(decide(slug, ticket, "approve", "Me too.").statusCode()).isEqualTo(403);
        assertThat(decide(slug + "-desk", ticket, "maybe", "Hm.").statusCode()).isEqualTo(422);
        assertThat(decide(slug + "-desk", ticket, "approve", " ").statusCode()).isEqualTo(422);
        assertThat(state(ticket)).isEqualTo("open");
        assertThat(decide(slug + "-desk", ticket, "approve", "Yes.").statusCode())
                .isEqualTo(200);
        assertThat(decide(slug + "-desk", ticket, "deny", "No.").statusCode()).isEqualTo(409);
        assertThat(ticket(scim().post("/Groups", ScimClient.group("Approver", people.getFirst()))))
                .as("another client's request is another")
                .isNotEqualTo(ticket);
        both.post("/Groups", ScimClient.group("Approver", people.getFirst())).is(201);
    }

    @Test
    void anotherTenantsTicketIsNotFound() {
        var ticket = ticket(scim().post("/Groups", ScimClient.group("Approver", people.getFirst())));
        assertThat(getAs("south-partner-admin", "/api/approvals/" + ticket).statusCode())
                .isEqualTo(404);
        assertThat(decide("south-partner-admin", ticket, "approve", "Ours?").statusCode())
                .isEqualTo(404);
        assertThat(getAs(slug, "/api/approvals?state=open").body()).contains(ticket);
        assertThat(getAs(slug, "/api/approvals?state=closed").statusCode()).isEqualTo(400);
        assertThat(getAs("south-partner-admin", "/api/approvals").body()).doesNotContain(ticket);
    }

    private String state(String ticket) {
        return json(getAs(slug, "/api/approvals/" + ticket)).path("state").asString("");
    }

    private HttpResponse<String> decide(String client, String ticket, String verdict, String reason) {
        var body = "{\"verdict\": \"" + verdict + "\", \"reason\": \"" + reason + "\"}";
        return send(request("/api/approvals/" + ticket + "/decision")
                .headers(
                        "Authorization",
                        bearer(client),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private String payload(String receipt) {
        var envelope = json(getAs(slug, "/api/receipts/" + receipt + "/envelope"));
        return new String(Base64.getDecoder().decode(envelope.path("payload").asString("")), StandardCharsets.UTF_8);
    }
}
