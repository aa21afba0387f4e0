package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ImportServiceTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String HEADER = "user_name,given_name,family_name,email,roles,department,active\n";

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final Caller grace = caller();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final TestEnforcement enforcement = new TestEnforcement(transactions);
    private final List<Object> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ImportService imports;

    @SuppressWarnings("NullAway.Init")
    private TestImports module;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("identity", "imports");
    }

    @BeforeEach
    void start() {
        imports = service(NOON, 200_000);
    }

    private ImportService service(Instant now, int limit) {
        module = new TestImports(
                database, transactions, enforcement, events::add, Clock.fixed(now, ZoneOffset.UTC), limit);
        return module.service();
    }

    private static Caller caller() {
        return new Caller(TenantId.random(), Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));
    }

    @Test
    void commitsExactlyWhatTheDryRunCounted() {
        var planned = planned(HEADER + "maria,Maria,K,maria@example.com,evaluator,Payments,true\nbad,,,nope,,,true\n");
        var committed = done(imports.commit(grace, planned.id(), Set.of()).orElseThrow());
        assertThat(planned.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 1, 0, 0));
        assertThat(committed.counts()).isEqualTo(planned.counts());
        assertThat(committed.status()).isEqualTo(ImportStatus.COMMITTED);
        assertThat(names()).containsExactly("maria");
        assertThat(events).containsExactly(new ImportCommitted(grace.tenant(), planned.id(), "identities", 1, 0, 0));
    }

    @Test
    void namesTheCommitsOwnReceiptInTheTransactionOfTheCommit() {
        var planned = planned(HEADER + "maria,,,,,,true\n");
        var listener = enforcement.listener;
        var seen = new ArrayList<ImportPlan>();
        enforcement.listener = listener.andThen(event ->
                seen.add(module.imports().find(grace.tenant(), planned.id()).orElseThrow()));
        var ended = imports.commit(grace, planned.id(), Set.of()).orElseThrow();
        assertThat(seen).singleElement().satisfies(inside -> {
            assertThat(inside.status()).isEqualTo(ImportStatus.COMMITTED);
            assertThat(inside.receipt()).contains(ended.receipt().id());
        });
        assertThat(planned.receipt()).isNotEqualTo(seen.getFirst().receipt());
    }

    @Test
    void findsNothingToDoInTheSameFileAgain() {
        var file = HEADER + "maria,Maria,K,maria@example.com,evaluator;operator,Payments,yes\njoe,,,,,,no\n";
        done(imports.commit(grace, planned(file).id(), Set.of()).orElseThrow());
        assertThat(planned(file).counts()).isEqualTo(new ImportCounts(2, 0, 0, 2, 0, 0, 0));
    }

    @Test
    void updatesOnlyFieldsThatTheFileHas() {
        imported(HEADER + "maria,Maria,K,maria@example.com,evaluator,Payments,true\n");
        var plan = planned("Login,Dept,shoe_size\nmaria,Risk,38\n");
        assertThat(plan.ignored()).containsExactly("shoe_size");
        var change = module.diff()
                .page(grace, plan.id(), ChangeKind.UPDATE, "MAR", 0, 10)
                .orElseThrow()
                .items()
                .getFirst();
        assertThat(change).isInstanceOfSatisfying(PlannedChange.Update.class, update -> {
            assertThat(update.before()).containsEntry("department", "Payments");
            assertThat(update.after()).isEqualTo(Map.of("department", "Risk"));
        });
        done(imports.commit(grace, plan.id(), Set.of()).orElseThrow());
        assertThat(field("maria", "department")).isEqualTo("Risk");
        assertThat(field("maria", "email")).isEqualTo("maria@example.com");
    }

    @Test
    void refusesAPlanWhoseTargetChangedSince() {
        imported("user_name,department\nmaria,Payments\n");
        var plan = planned("user_name,department\nmaria,Risk\n");
        jdbc.sql("UPDATE member SET department = 'Legal', version = version + 1 WHERE tenant_id = ?")
                .param(grace.tenant().value())
                .update();
        var failure = failure(imports.commit(grace, plan.id(), Set.of()).orElseThrow());
        assertThat(failure.code()).isEqualTo("stale-plan");
        assertThat(failure.explanation())
                .contains("1 of the plan's rows changed")
                .contains("maria");
        assertThat(field("maria", "department")).isEqualTo("Legal");
        assertThat(imports.find(grace, plan.id()).orElseThrow().status()).isEqualTo(ImportStatus.STALE);
    }

    @Test
    void commitsAPlanWhenOnlyOtherRowsChanged() {
        imported("user_name,department\nmaria,Payments\njoe,Sales\n");
        var plan = planned("user_name,department\nmaria,Risk\n");
        jdbc.sql(
                        "UPDATE member SET department = 'Legal', version = version + 1 WHERE tenant_id = ? AND user_name = 'joe'")
                .param(grace.tenant().value())
                .update();
        assertThat(done(imports.commit(grace, plan.id(), Set.of()).orElseThrow())
                        .status())
                .isEqualTo(ImportStatus.COMMITTED);
    }

    @Test
    void looksAtUnchangedRowsFieldByFieldWhenTheirMemberChangedSince() {
        imported("user_name,department\nmaria,Risk\n");
        var plan = planned("user_name,department\nmaria,Risk\n");
        change("maria", "given_name = 'Mary'");
        var other = planned("user_name,department\nmaria,Risk\n");
        assertThat(done(imports.commit(grace, plan.id(), Set.of()).orElseThrow())
                        .status())
                .isEqualTo(ImportStatus.COMMITTED);
        change("maria", "department = 'Legal'");
        assertThat(failure(imports.commit(grace, other.id(), Set.of()).orElseThrow())
                        .code())
                .isEqualTo("stale-plan");
    }

    private void change(String name, String set) {
        jdbc.sql("UPDATE member SET " + set + ", version = version + 1 WHERE tenant_id = ? AND user_name = ?")
                .params(grace.tenant().value(), name)
                .update();
    }

    @Test
    void showsNoRowOfADryRunThatPolicyRefuses() {
        var id = uploaded("user_name\nmaria\n").id();
        enforcement.policy = action -> !action.request().action().value().equals("imports.plan");
        assertThat(imports.plan(grace, id, Map.of()).orElseThrow()).isInstanceOf(Enforced.Refused.class);
        assertThat(module.diff().rows(grace, id, ChangeKind.ALL, "", 0, 10)).isEmpty();
    }

    @Test
    void holdsRowsThatRaisePrivilegesUnlessTicked() {
        imported("user_name,roles\nmaria,operator\n");
        var file = "user_name,roles\nmaria,operator|approver\nnew.admin,partner-admin\nnew.operator,operator\n";
        var plan = planned(file);
        assertThat(plan.counts()).isEqualTo(new ImportCounts(3, 1, 0, 0, 0, 0, 2));
        done(imports.commit(grace, plan.id(), Set.of("maria")).orElseThrow());
        assertThat(field("maria", "roles")).isEqualTo("operator,approver");
        assertThat(names()).containsExactly("maria", "new.operator");
        assertThat(enforcement.asked.getLast().request().context())
                .isEqualTo(
                        Map.of("changes", 2L, "members", 1L, "percent", 100L, "raisesPrivileges", true, "ticked", 1L));
    }

    @Test
    void holdsAPrivilegedMemberWhoWouldBeActiveAgain() {
        imported("user_name,roles,active\nopal,operator,no\n");
        assertThat(planned("user_name,active\nopal,yes\n").counts().held()).isEqualTo(1);
    }

    @Test
    void keepsThePlanWhenATickedRowIsUnknown() {
        var plan = planned("user_name\nmaria\n");
        assertThat(failure(imports.commit(grace, plan.id(), Set.of("nobody")).orElseThrow())
                        .code())
                .isEqualTo("unknown-row");
        assertThat(imports.find(grace, plan.id()).orElseThrow().status()).isEqualTo(ImportStatus.PLANNED);
    }

    @Test
    void doesNotFindAnotherTenantsImport() {
        var id = planned("user_name\nmaria\n").id();
        var other = caller();
        assertThat(imports.find(other, id)).isEmpty();
        assertThat(imports.commit(other, id, Set.of())).isEmpty();
        assertThat(module.diff().page(other, id, ChangeKind.ALL, "", 0, 10)).isEmpty();
        assertThat(imports.find(grace, id).orElseThrow().status()).isEqualTo(ImportStatus.PLANNED);
    }

    @Test
    void letsOneOfTwoCommitsAtOnceWin() throws Exception {
        var id = planned("user_name\nmaria\njoe\n").id();
        var start = new CyclicBarrier(2);
        Callable<Enforced<ImportPlan>> commit = () -> {
            start.await();
            return imports.commit(grace, id, Set.of()).orElseThrow();
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            var ended = new ArrayList<Enforced<ImportPlan>>();
            for (var future : pool.invokeAll(List.of(commit, commit))) {
                ended.add(future.get());
            }
            assertThat(ended).filteredOn(Enforced.Done.class::isInstance).hasSize(1);
            assertThat(ended)
                    .filteredOn(Enforced.Failed.class::isInstance)
                    .singleElement()
                    .satisfies(failed ->
                            assertThat(failure(failed).code()).isIn("already-committing", "already-committed"));
        }
        assertThat(names()).containsExactly("joe", "maria");
        assertThat(imports.find(grace, id).orElseThrow().status()).isEqualTo(ImportStatus.COMMITTED);
    }

    @Test
    void rejectsBothRowsOfADuplicateKeyAndNamesTheirLines() {
        var plan = planned("user_name,department\nmaria,A\njoe,B\nmaria,C\n");
        assertThat(plan.counts()).isEqualTo(new ImportCounts(3, 1, 0, 0, 2, 0, 0));
        assertThat(enforcement.stated.getLast()).containsEntry("reject", 2L).containsEntry("reject.E-105", 2L);
        var rejects = module.diff()
                .page(grace, plan.id(), ChangeKind.REJECT, "", 0, 10)
                .orElseThrow();
        assertThat(rejects.total()).isEqualTo(2);
        assertThat(rejects.items())
                .allSatisfy(row -> assertThat(row)
                        .isInstanceOfSatisfying(
                                PlannedChange.Reject.class,
                                reject -> assertThat(reject.problems())
                                        .singleElement()
                                        .satisfies(problem -> assertThat(problem.code() + problem.message())
                                                .isEqualTo("E-105The same key is on lines 2, 4"))));
    }

    @Test
    void rejectsNewRowsWhoseKeysDifferByCaseOnly() {
        var plan = planned("user_name,department\nMaria,A\njoe,B\nmARIA,C\nmaria,D\n");
        assertThat(plan.counts()).isEqualTo(new ImportCounts(4, 1, 0, 0, 3, 0, 0));
        var rejects = module.diff()
                .page(grace, plan.id(), ChangeKind.REJECT, "", 0, 10)
                .orElseThrow();
        assertThat(rejects.items())
                .allSatisfy(row -> assertThat(row)
                        .isInstanceOfSatisfying(
                                PlannedChange.Reject.class,
                                reject -> assertThat(reject.problems())
                                        .singleElement()
                                        .satisfies(problem -> assertThat(problem.code() + problem.message())
                                                .isEqualTo("E-105The same key is on lines 2, 4, 5"))));
        assertThat(module.service().commit(grace, plan.id(), Set.of())).get().isInstanceOf(Enforced.Done.class);
    }

    @Test
    void leavesMembersThatScimManagesAlone() {
        imported("user_name,department\nmaria,A\n");
        jdbc.sql("UPDATE member SET managed_by = 'scim' WHERE tenant_id = ?")
                .param(grace.tenant().value())
                .update();
        assertThat(planned("user_name,department\nmaria,B\n").counts().conflict())
                .isEqualTo(1);
    }

    @Test
    void namesEveryProblemOfARowAtOnce() {
        var plan = planned(HEADER + ",x,x,j.doe@,boss,x,perhaps\nshort,row\n");
        var rejects = module.diff()
                .page(grace, plan.id(), ChangeKind.REJECT, "", 0, 10)
                .orElseThrow()
                .items();
        assertThat(((PlannedChange.Reject) rejects.getFirst()).problems())
                .extracting(RowProblem::code)
                .containsExactly("E-101", "E-103", "E-104", "E-106");
        assertThat(((PlannedChange.Reject) rejects.getLast()).problems())
                .extracting(RowProblem::code)
                .containsExactly("E-107");
    }

    @Test
    void storesAFormulaAsTheTextItIs() {
        imported("user_name,department\nmaria,=1+1\n");
        assertThat(field("maria", "department")).isEqualTo("=1+1");
    }

    @Test
    void changesNothingWherePolicyRefuses() {
        var plan = planned("user_name\nmaria\n");
        enforcement.policy = action -> !action.request().action().value().equals("imports.commit");
        assertThat(imports.commit(grace, plan.id(), Set.of()).orElseThrow()).isInstanceOf(Enforced.Refused.class);
        assertThat(names()).isEmpty();
        assertThat(imports.find(grace, plan.id()).orElseThrow().status()).isEqualTo(ImportStatus.PLANNED);
    }

    @Test
    void expiresAPlanAfterHalfAnHour() {
        var plan = planned("user_name\nmaria\n");
        imports = service(NOON.plus(Duration.ofMinutes(31)), 200_000);
        assertThat(failure(imports.commit(grace, plan.id(), Set.of()).orElseThrow())
                        .code())
                .isEqualTo("expired-plan");
    }

    @Test
    void saysHowToSplitAPlanAboveTheLimitOfOneCommit() {
        imports = service(NOON, 2);
        var plan = planned("user_name\na1\na2\na3\n");
        assertThat(plan.notes().getFirst())
                .contains("3 changes")
                .contains("at most 2")
                .contains("2 parts");
        assertThat(plan.notes().getLast()).startsWith("Not checked: ");
        assertThat(failure(imports.commit(grace, plan.id(), Set.of()).orElseThrow())
                        .code())
                .isEqualTo("too-many-changes");
        assertThat(names()).isEmpty();
    }

    @Test
    void failsWithAReceiptWhereAQuoteIsNeverClosed() {
        var id = uploaded("user_name,department\nmaria,A\njoe,\"B\n").id();
        assertThat(failure(imports.plan(grace, id, Map.of()).orElseThrow()).code())
                .isEqualTo("malformed-csv");
        var plan = imports.find(grace, id).orElseThrow();
        assertThat(plan.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(plan.receipt()).isPresent();
    }

    @Test
    void refusesAFileWithoutRowsOrWithoutTheKey() {
        var headerOnly = uploaded(HEADER).id();
        assertThat(failure(imports.plan(grace, headerOnly, Map.of()).orElseThrow())
                        .code())
                .isEqualTo("no-rows");
        var keyless = uploaded("colour,size\nred,1\n").id();
        assertThat(failure(imports.plan(grace, keyless, Map.of()).orElseThrow()).code())
                .isEqualTo("missing-column");
    }

    @Test
    void givesBackExactlyTheRejectedRowsWithTheReasonAndWithoutFormulas() throws Exception {
        var plan = planned("user_name,department,active\nmaria,A,yes\njoe,=1+1,perhaps\n");
        var out = new StringWriter();
        assertThat(errors().writeCsv(grace, plan.id(), out)).isTrue();
        assertThat(out.toString().lines())
                .containsExactly(
                        "user_name,department,active,error",
                        "joe,'=1+1,perhaps,E-106 active: “perhaps” is neither yes nor no");
        assertThat(errors().writeCsv(caller(), plan.id(), new StringWriter())).isFalse();
    }

    @Test
    void signsAManifestOfTheRejectedRowsThatNamesNobody() {
        var plan = planned("user_name,active\njoe.secret,perhaps\n");
        var manifest = new String(errors().manifest(grace, plan.id()).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(manifest)
                .contains(
                        "\"code\":\"E-106\"",
                        "\"line\":2",
                        "\"reject\":1",
                        plan.source().digest().hex())
                .doesNotContain("joe.secret");
        assertThat(errors().manifest(caller(), plan.id())).isEmpty();
    }

    @Test
    void startsADryRunOverThatAKilledPortalLeft() {
        var id = uploaded("user_name\nmaria\n").id();
        force(id, "PLANNING");
        module.planning().resume(imports.find(grace, id).orElseThrow());
        var plan = imports.find(grace, id).orElseThrow();
        assertThat(plan.status()).isEqualTo(ImportStatus.PLANNED);
        assertThat(plan.counts().create()).isEqualTo(1);
    }

    private void force(ImportId id, String status) {
        jdbc.sql("UPDATE import_plan SET status = ? WHERE tenant_id = ? AND import_id = ?")
                .params(status, grace.tenant().value(), id.value())
                .update();
    }

    private ImportErrors errors() {
        return module.errors();
    }

    private ImportPlan uploaded(String file) {
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        var upload = imports.upload(grace, "identities", "people.csv", content);
        assertThat(upload).isInstanceOf(Upload.Accepted.class);
        return ((Upload.Accepted) upload).plan();
    }

    private ImportPlan planned(String file) {
        return done(imports.plan(grace, uploaded(file).id(), Map.of()).orElseThrow());
    }

    private void imported(String file) {
        var plan = planned(file);
        var held = module.diff().page(grace, plan.id(), ChangeKind.HELD, "", 0, 500).orElseThrow().items().stream()
                .map(PlannedChange::key)
                .collect(java.util.stream.Collectors.toSet());
        done(imports.commit(grace, plan.id(), held).orElseThrow());
    }

    private static ImportPlan done(Enforced<ImportPlan> ended) {
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<ImportPlan>) ended).value();
    }

    private static ChangeFailure failure(Enforced<ImportPlan> ended) {
        assertThat(ended).isInstanceOf(Enforced.Failed.class);
        return ((Enforced.Failed<ImportPlan>) ended).failure();
    }

    private List<String> names() {
        return jdbc.sql("SELECT user_name FROM member WHERE tenant_id = ? ORDER BY user_name")
                .param(grace.tenant().value())
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }

    private String field(String name, String column) {
        return String.valueOf(jdbc.sql("SELECT " + column + " FROM member WHERE tenant_id = ? AND user_name = ?")
                .params(grace.tenant().value(), name)
                .query(String.class)
                .single());
    }
}
