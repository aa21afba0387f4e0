package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.administration.TestIdentities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** People in SCIM's JSON end as people in a table do. */
class ScimImportTest {

    private static final String MARIA = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "2819c223", "userName": "maria",
             "name": {"givenName": "Maria", "familyName": "Kovač", "formatted": "Maria Kovač"},
             "emails": [{"value": "home@example.com", "type": "home"}, {"value": "maria@example.com", "primary": true}],
             "roles": [{"value": "evaluator"}, {"value": "operator"}], "active": true,
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Payments", "manager": {"value": "x"}}}""";

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final Caller grace =
            new Caller(TenantId.random(), Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final TestEnforcement enforcement = new TestEnforcement(transactions);
    private final TestImports module = new TestImports(
            database,
            transactions,
            enforcement,
            event -> {},
            Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC),
            1_000);

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("identity", "imports");
    }

    @Test
    void bringsTheUsersOfAListResponse() {
        var plan = planned("{\"totalResults\": 1, \"Resources\": [" + MARIA + "]}");
        assertThat(plan.source().format()).isEqualTo("scim");
        assertThat(plan.mapping())
                .containsOnlyKeys("user_name", "given_name", "family_name", "email", "roles", "department", "active");
        assertThat(rows(plan).getFirst()).isInstanceOfSatisfying(PlannedChange.Create.class, create -> {
            assertThat(create.place()).isEqualTo(new Place.Pointer("/Resources/0"));
            assertThat(create.after())
                    .isEqualTo(Map.of(
                            "given_name", "Maria",
                            "family_name", "Kovač",
                            "email", "maria@example.com",
                            "roles", "operator,evaluator",
                            "department", "Payments",
                            "active", "1"));
        });
        assertThat(module.service().commit(grace, plan.id(), Set.of()).orElseThrow())
                .isInstanceOf(Enforced.Done.class);
        assertThat(names()).containsExactly("maria");
    }

    @Test
    void namesEverythingThatNoFieldTakes() {
        var plan = planned("[" + MARIA + "]");
        assertThat(plan.ignored())
                .containsExactly(
                        "id",
                        "name.formatted",
                        "emails.value (of another address)",
                        "emails.type (of another address)",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value");
    }

    @Test
    void findsNothingToDoInTheSameUsersAsATable() {
        var json = planned("[" + MARIA + "]");
        module.service().commit(grace, json.id(), Set.of());
        var csv = planned(
                "user_name,given_name,family_name,email,roles,department,active\nmaria,Maria,Kovač,maria@example.com,operator;evaluator,Payments,yes\n");
        assertThat(csv.source().format()).isEqualTo("csv");
        assertThat(csv.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void bringsTheUsersThatABulkRequestCreatesAndRejectsItsOtherOperations() {
        var plan = planned("""
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], "failOnErrors": 1, "Operations": [
                  {"method": "POST", "path": "/Users", "bulkId": "a", "data": {"userName": "maria", "active": true}},
                  {"method": "POST", "path": "/Groups", "bulkId": "b", "data": {"displayName": "Staff"}},
                  {"method": "DELETE", "path": "/Users/1"},
                  {"method": "post", "path": "/Users", "bulkId": "c", "data": {"userName": "joe", "active": "perhaps"}}]}""");
        assertThat(plan.counts()).isEqualTo(new ImportCounts(4, 1, 0, 0, 3, 0, 0));
        assertThat(problems(plan))
                .containsExactly(
                        "/Operations/1/path E-111",
                        "/Operations/2/method E-111",
                        "/Operations/2/path E-111",
                        "/Operations/3/data/active E-106");
    }

    @Test
    void namesEveryProblemOfAUserByItsPointer() {
        var plan = planned("""
                {"Resources": [{"userName": "ok", "active": true},
                 {"emails": [{"value": "a@example.com"}, {"value": "j.doe@", "primary": true}], "roles": ["boss"], "active": 3}]}""");
        assertThat(problems(plan))
                .containsExactlyInAnyOrder(
                        "/Resources/1/userName E-101",
                        "/Resources/1/emails/1/value E-103",
                        "/Resources/1/roles E-104",
                        "/Resources/1/active E-106");
    }

    @Test
    void leavesFieldsAloneThatNoUserOfTheFileHas() {
        module.service().commit(grace, planned("[" + MARIA + "]").id(), Set.of());
        var plan = planned("[{\"USERNAME\": \"maria\", \"name\": {\"givenName\": \"Mary\"}}]");
        assertThat(plan.mapping()).containsOnlyKeys("user_name", "given_name");
        assertThat(rows(plan).getFirst())
                .isInstanceOfSatisfying(
                        PlannedChange.Update.class,
                        update -> assertThat(update.after()).isEqualTo(Map.of("given_name", "Mary")));
    }

    @Test
    void rejectsGroupsScalarsAndAttributesThatAreThereTwice() {
        var plan = planned("""
                [{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Staff"}, 7, [], {},
                 {"userName": "maria", "username": "Maria"}]""");
        assertThat(problems(plan))
                .containsExactly("/0/schemas E-110", "/1 E-110", "/2 E-110", "/3 E-110", "/4/username E-112");
    }

    @Test
    void rejectsBothOfTwoUsersWithOneNameAndSaysWhereTheyAre() {
        var plan = planned("[{\"userName\": \"maria\"}, {\"userName\": \"joe\"}, {\"userName\": \"maria\"}]");
        assertThat(plan.counts()).isEqualTo(new ImportCounts(3, 1, 0, 0, 2, 0, 0));
        assertThat(rejects(plan).getFirst().problems().getFirst().message()).isEqualTo("The same key is at /0, /2");
    }

    @Test
    void tellsAPageOfAListFromAllOfIt() {
        assertThat(planned("{\"Resources\": [" + MARIA + "], \"totalResults\": 30}")
                        .notes())
                .first()
                .asString()
                .contains("30 resources and has 1");
    }

    @Test
    void rejectsWhatIsNoText() {
        assertThat(problems(planned("[{\"userName\": \"a\\u0000\"}, {\"userName\": \"\\ud83d\"}]")))
                .containsExactly("/0/userName E-108", "/1/userName E-108");
    }

    @Test
    void storesNothingOfAFileThatCannotBeReadToItsEnd() {
        assertRefused("[{\"userName\": \"maria\"}, {\"userName\": ", "malformed-json");
        assertRefused("[{\"userName\": \"maria\", \"userName\": \"joe\"}]", "malformed-json");
        assertRefused("[".concat("{\"a\":[".repeat(500)), "malformed-json");
        assertRefused("[{\"userName\": \"" + "x".repeat(70_000) + "\"}]", "malformed-json");
        assertRefused("[{\"userName\": \"maria\"}] []", "malformed-json");
        assertRefused("{\"users\": []}", "not-scim");
        assertRefused("[{\"userName\": \"maria\", \"Password\": \"t1meMa$heen\"}]", "secret-in-file");
        assertThat(JdbcClient.create(database)
                        .sql("SELECT COUNT(*) FROM import_file WHERE tenant_id = ?")
                        .param(grace.tenant().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void readsUtf16AndAMarkAndEmoji() {
        var file = "\ufeff[{\"userName\": \"\ud83d\ude00\u05d0\"}]";
        for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(rows(planned(file.getBytes(encoding))).getFirst().key()).isEqualTo("\ud83d\ude00\u05d0");
        }
    }

    @Test
    void takesNoMappingAndNoOtherWayOfReading() {
        var id = uploaded("[{\"userName\": \"maria\"}]".getBytes(StandardCharsets.UTF_8));
        assertThat(module.drafts().reread(grace, id, StandardCharsets.UTF_8, ';'))
                .isPresent();
        assertThat(module.drafts().preview(grace, id)).isEmpty();
        var ended = module.service().plan(grace, id, Map.of("user_name", "x")).orElseThrow();
        assertThat(((Enforced.Failed<ImportPlan>) ended).failure().code()).isEqualTo("bad-mapping");
    }

    @Test
    void givesBackWhatWasRejectedByPointer() throws IOException {
        var plan = planned("[{\"userName\": \"joe.secret\", \"active\": \"perhaps\"}]");
        var out = new StringWriter();
        module.errors().writeCsv(grace, plan.id(), out);
        assertThat(out.toString().lines())
                .containsExactly(
                        "pointer,key,problem_at,code,error,fix",
                        "/0,joe.secret,/0/active,E-106,“perhaps” is neither yes nor no,Use true or false");
        var manifest = new String(module.errors().manifest(grace, plan.id()).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(manifest).contains("\"pointer\":\"/0\"", "\"field\":\"/0/active\"", "\"code\":\"E-106\"");
        assertThat(manifest).doesNotContain("joe.secret");
    }

    @Test
    void showsAPlaceAsLineOrPointer() {
        var json = JsonMapper.builder().build();
        assertThat(json.writeValueAsString(new PlannedChange.Unchanged(1, new Place.Line(2), "a")))
                .isEqualTo("{\"row\":1,\"line\":2,\"key\":\"a\"}");
        assertThat(json.writeValueAsString(new PlannedChange.Unchanged(1, new Place.Pointer("/0"), "a")))
                .isEqualTo("{\"row\":1,\"pointer\":\"/0\",\"key\":\"a\"}");
    }

    private void assertRefused(String file, String code) {
        assertThat(upload(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Upload.Unreadable.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private Upload upload(byte[] file) {
        return module.service().upload(grace, "identities", "people.json", new ByteArrayInputStream(file));
    }

    private ImportId uploaded(byte[] file) {
        var upload = upload(file);
        assertThat(upload).isInstanceOf(Upload.Accepted.class);
        return ((Upload.Accepted) upload).plan().id();
    }

    private ImportPlan planned(String file) {
        return planned(file.getBytes(StandardCharsets.UTF_8));
    }

    private ImportPlan planned(byte[] file) {
        var ended = module.service().plan(grace, uploaded(file), Map.of()).orElseThrow();
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<ImportPlan>) ended).value();
    }

    private List<PlannedChange> rows(ImportPlan plan) {
        return module.diff().rows(grace, plan.id(), ChangeKind.ALL, "", 0, 100);
    }

    private List<PlannedChange.Reject> rejects(ImportPlan plan) {
        return module.planned().rejectsAfter(plan, TestIdentities.target(), 0, 100);
    }

    private List<String> problems(ImportPlan plan) {
        return rejects(plan).stream()
                .flatMap(reject -> reject.problems().stream())
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    private List<String> names() {
        return JdbcClient.create(database)
                .sql("SELECT user_name FROM member WHERE tenant_id = ? ORDER BY user_name")
                .param(grace.tenant().value())
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
