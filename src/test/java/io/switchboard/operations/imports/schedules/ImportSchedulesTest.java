package io.switchboard.operations.imports.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.ImportsKit;
import io.switchboard.operations.imports.SavedMapping;
import io.switchboard.platform.identity.IdentityKit;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.observability.FixedCorrelations;
import io.switchboard.platform.outbound.Downloads;
import io.switchboard.platform.outbound.Network;
import io.switchboard.platform.outbound.Reach;
import io.switchboard.platform.scheduling.BackgroundJobs;
import io.switchboard.platform.signing.SecretBox;
import io.switchboard.platform.signing.SigningKit;
import io.switchboard.platform.signing.SteppedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Files that are fetched by the clock from a server on the loopback. */
class ImportSchedulesTest {

    private static final String TOKEN = "hunter2-hunter2";

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-06-01T12:00:00Z"));
    private final TenantId tenant = TenantId.random();
    private final Members members = IdentityKit.members(jdbc, clock);
    private final ScheduleRows rows = new ScheduleRows(jdbc, new SecretBox(SigningKit.randomMasterKey()));
    private final RunRows runs = new RunRows(jdbc);
    private final ImportsKit imports =
            new ImportsKit(database, clock, event -> new AuthorizedSchedules(rows).enter(event));
    private final Reach reach = new Reach(Set.of(Network.PUBLIC, Network.LOOPBACK));
    private final ScheduleRunner runner = runner();
    private final ImportSchedules schedules = new ImportSchedules(
            imports.access(),
            imports.enforcement(),
            new DraftCheck(imports.kinds(), imports.mappings(), reach),
            rows,
            runs,
            runner,
            clock);
    private final Caller grace = member("grace", Role.PARTNER_ADMIN);
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    private volatile String file = "user_name,department\nmaria,Risk\n";
    private volatile Optional<String> etag = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("tenancy", "identity", "imports");
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/people.csv", this::answer);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", url("/people.csv"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        jdbc.sql("DELETE FROM import_schedule WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        headers.put("path", exchange.getRequestURI().toString());
        asked.add(headers);
        etag.ifPresent(validator -> exchange.getResponseHeaders().set("ETag", validator));
        var known = etag.isPresent() && etag.get().equals(headers.get("if-none-match"));
        var body = file.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : body.length);
        if (!known) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Test
    void leavesAPlanForAPersonThatFollowsFromHowTheScheduleWasSet() {
        var schedule = created(draft("/people.csv", "plan"));
        var ended = due();
        assertThat(ended.outcome()).isEqualTo(RunOutcome.PLANNED);
        var run = runs(schedule).getFirst();
        var plan = imports.service().find(grace, run.imported().orElseThrow()).orElseThrow();
        assertThat(plan.status()).isEqualTo(ImportStatus.PLANNED);
        assertThat(plan.owner()).isEqualTo(grace);
        assertThat(plan.source().name()).isEqualTo("people.csv");
        var planned = imports.asked().stream()
                .filter(action -> action.request().action().value().equals("imports.plan"))
                .toList();
        assertThat(planned)
                .singleElement()
                .satisfies(action -> assertThat(action.parent())
                        .isEqualTo(found(schedule).authority())
                        .isPresent());
        assertThat(members.findByUserName(tenant, "maria")).isEmpty();
    }

    @Test
    void commitsWhereNothingNeedsAPersonAndSaysWhyNotOtherwise() {
        var schedule = created(draft("/people.csv", "commit"));
        assertThat(due().outcome()).isEqualTo(RunOutcome.COMMITTED);
        assertThat(members.findByUserName(tenant, "maria")).isPresent();
        file = "user_name,active\nmaria,perhaps\njoe,yes\n";
        clock.pass(Duration.ofHours(1));
        var ended = due();
        assertThat(ended.outcome()).isEqualTo(RunOutcome.WAITING);
        assertThat(ended.sentence()).contains("1 rows are rejected");
        assertThat(members.findByUserName(tenant, "joe")).isEmpty();
        assertThat(runs(schedule))
                .extracting(ScheduleRun::outcome)
                .containsExactly(RunOutcome.WAITING, RunOutcome.COMMITTED);
        assertThat(found(schedule).failures()).isZero();
    }

    @Test
    void runsOnlyWhatIsDueAndNotBefore() {
        created(draft("/people.csv", "plan"));
        due();
        clock.pass(Duration.ofMinutes(59));
        assertThat(runner.runDue()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(runner.runDue())
                .hasSize(1)
                .allSatisfy(run -> assertThat(ended(run)).isNotNull());
    }

    @Test
    void makesNoNewPlanOfUnchangedContentWhetherTheServerSaysSoOrTheDigest() {
        etag = Optional.of("\"v1\"");
        var schedule = created(draft("/people.csv", "plan"));
        due();
        clock.pass(Duration.ofHours(1));
        assertThat(due().outcome()).isEqualTo(RunOutcome.UNCHANGED);
        assertThat(asked.getLast()).containsEntry("if-none-match", "\"v1\"");
        etag = Optional.empty();
        clock.pass(Duration.ofHours(1));
        var byDigest = due();
        assertThat(byDigest.outcome()).isEqualTo(RunOutcome.UNCHANGED);
        assertThat(byDigest.sentence()).contains("no new plan").contains("expired");
        assertThat(runs(schedule).stream().flatMap(run -> run.imported().stream()))
                .hasSize(1);
    }

    @Test
    void makesANewPlanOfUnchangedContentForAPersonWhoAsksAfterTheOldOneExpired() {
        var schedule = created(draft("/people.csv", "plan"));
        due();
        assertThat(byHand(schedule).outcome()).isEqualTo(RunOutcome.UNCHANGED);
        clock.pass(Duration.ofMinutes(45));
        assertThat(byHand(schedule).outcome()).isEqualTo(RunOutcome.PLANNED);
    }

    @Test
    void followsNoRedirectAndSaysWhatToDo() {
        var schedule = created(draft("/moved", "plan"));
        assertThat(due().code()).isEqualTo("redirect");
        assertThat(asked).isEmpty();
        assertThat(runs(schedule).getFirst().sentence()).contains("not followed");
    }

    @Test
    void refusesAddressesInNetworksThatNobodyFromOutsideMayReach() {
        for (var address : List.of(
                "https://10.1.2.3/people.csv",
                "https://192.168.0.1/x",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fd00::1]/x")) {
            assertThat(failure(draftOf(address, "none", Optional.empty())))
                    .as(address)
                    .isEqualTo("address-not-allowed");
        }
        assertThat(failure(draftOf("http://example.com/x", "none", Optional.empty())))
                .isIn("not-https", "unknown-host");
        assertThat(failure(draftOf("https://user:pw@example.com/x", "none", Optional.empty())))
                .isEqualTo("address-syntax");
        assertThat(schedules.all(grace)).isEmpty();
    }

    /** The name may lead somewhere else by the time of the run than when the schedule was set. */
    @Test
    void checksTheAddressAgainAtEachRun() {
        created(draft("/people.csv", "plan"));
        var strict = runner(new Fetching(new Downloads(new Reach(Set.of(Network.PUBLIC))), clock));
        assertThat(ended(strict.runDue().getFirst()).code()).isEqualTo("address-not-allowed");
        assertThat(asked).isEmpty();
    }

    @Test
    void stopsAtAFileThatIsTooLarge() {
        file = "user_name\n" + "x".repeat(2000) + "\n";
        created(draft("/people.csv", "plan"));
        var small = runner(new Fetching(new Downloads(reach), clock, 1000, Duration.ofSeconds(10)));
        assertThat(ended(small.runDue().getFirst()).code()).isEqualTo("too-large");
        assertThat(imports.service().latest(grace, 10)).isEmpty();
    }

    @Test
    void pausesAfterFiveFailuresInARowAndSaysSo() {
        var schedule = created(draft("/nothing.csv", "plan"));
        for (int i = 0; i < 5; i++) {
            assertThat(due().code()).isEqualTo("not-there");
            clock.pass(Duration.ofHours(1));
        }
        assertThat(found(schedule).pausedBecause().orElseThrow()).contains("failed 5 times in a row");
        assertThat(runner.runDue()).isEmpty();
        assertThat(imports.ownReceipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.actor()).isEqualTo(Actor.system("import-schedule"));
            assertThat(receipt.facts()).containsEntry("operation", "pause").containsEntry("code", "not-there");
        });
        assertThat(schedules.resume(grace, schedule.id())).get().isInstanceOf(Enforced.Done.class);
        assertThat(found(schedule).failures()).isZero();
        assertThat(runner.runDue())
                .hasSize(1)
                .allSatisfy(run -> assertThat(ended(run).code()).isEqualTo("not-there"));
    }

    @Test
    void startsCountingAnewAfterASuccess() {
        var schedule = created(draft("/people.csv", "plan"));
        file = "no table at all \u0000";
        due();
        assertThat(found(schedule).failures()).isEqualTo(1);
        file = "user_name\nmaria\n";
        clock.pass(Duration.ofHours(1));
        assertThat(due().outcome()).isEqualTo(RunOutcome.PLANNED);
        assertThat(found(schedule).failures()).isZero();
    }

    @Test
    void pausesWithAReceiptWhereItsOwnerLostTheRight() {
        var schedule = created(draft("/people.csv", "commit"));
        imports.policy(action -> action.request().caller().has(Role.PARTNER_ADMIN));
        jdbc.sql("UPDATE member SET roles = 'operator' WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        var ended = due();
        assertThat(ended.outcome()).isEqualTo(RunOutcome.REFUSED);
        assertThat(ended.receipt()).isPresent();
        assertThat(asked).isEmpty();
        assertThat(found(schedule).pausedBecause().orElseThrow()).contains("may no longer do this import");
        var ada = member("ada", Role.PARTNER_ADMIN);
        assertThat(schedules.resume(ada, schedule.id())).get().isInstanceOf(Enforced.Done.class);
        assertThat(found(schedule).owner()).isEqualTo(ada.actor());
        assertThat(due().outcome()).isEqualTo(RunOutcome.COMMITTED);
    }

    @Test
    void refusesAnOwnerWhoIsNoLongerActive() {
        created(draft("/people.csv", "commit"));
        imports.policy(action -> action.request().caller().has(Role.PARTNER_ADMIN));
        jdbc.sql("UPDATE member SET active = FALSE WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        assertThat(due().outcome()).isEqualTo(RunOutcome.REFUSED);
    }

    @Test
    void neverRunsADueScheduleOnTwoNodes() throws Exception {
        var schedule = created(draft("/people.csv", "plan"));
        var other = runner();
        var together = new CyclicBarrier(2);
        var all = new ArrayList<CompletableFuture<Ended>>();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = nodes.submit(() -> startedTogether(together, runner));
            var second = nodes.submit(() -> startedTogether(together, other));
            all.addAll(first.get(20, TimeUnit.SECONDS));
            all.addAll(second.get(20, TimeUnit.SECONDS));
        }
        assertThat(all)
                .hasSize(1)
                .allSatisfy(run -> assertThat(ended(run).outcome()).isEqualTo(RunOutcome.PLANNED));
        assertThat(runs(schedule)).hasSize(1);
        assertThat(asked).hasSize(1);
    }

    private static List<CompletableFuture<Ended>> startedTogether(CyclicBarrier together, ScheduleRunner runner) {
        try {
            together.await(20, TimeUnit.SECONDS);
            return runner.runDue();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void takesOverTheRunOfANodeThatWasKilled() {
        var schedule = created(draft("/people.csv", "plan"));
        var killed = runs.claimDue(tenant, schedule.id(), clock.instant()).orElseThrow();
        assertThat(runner.runDue()).isEmpty();
        clock.pass(RunRows.LEASE.plusSeconds(1));
        assertThat(due().outcome()).isEqualTo(RunOutcome.PLANNED);
        assertThat(runs(schedule)).extracting(ScheduleRun::code).containsExactly("", "interrupted");
        assertThat(runs.renew(killed, clock.instant())).isFalse();
        assertThat(runs.end(killed, Ended.failed("late", "x"), clock.instant(), clock.instant()))
                .isEmpty();
        assertThat(runs(schedule).getLast().code()).isEqualTo("interrupted");
    }

    @Test
    void doesNotRunWhatIsPausedExceptByHand() {
        var schedule = created(draft("/people.csv", "plan"));
        schedules.pause(grace, schedule.id());
        assertThat(runner.runDue()).isEmpty();
        assertThat(byHand(schedule).outcome()).isEqualTo(RunOutcome.PLANNED);
        assertThat(found(schedule).paused()).isTrue();
    }

    @Test
    void sendsATokenAndNeverShowsItAgain() {
        var schedule = created(draftOf(url("/people.csv?sig=" + TOKEN), "bearer", Optional.of(TOKEN)));
        due();
        assertThat(asked.getFirst()).containsEntry("authorization", "Bearer " + TOKEN);
        assertThat(asked.getFirst().get("path")).endsWith("?sig=" + TOKEN);
        assertThat(found(schedule).toString()).doesNotContain(TOKEN);
        assertThat(found(schedule).source().shown()).isEqualTo(url("/people.csv") + "?…");
        assertThat(imports.asked().toString()).doesNotContain(TOKEN);
        assertThat(runs(schedule).toString()).doesNotContain(TOKEN);
        assertThat(draftOf(url("/x"), "bearer", Optional.of(TOKEN)).toString()).doesNotContain(TOKEN);
        assertThat(jdbc.sql("SELECT * FROM import_schedule WHERE tenant_id = ?")
                        .param(tenant.value())
                        .query()
                        .singleRow()
                        .toString())
                .doesNotContain(TOKEN);
        assertThat(new String(
                        jdbc.sql("SELECT secrets FROM import_schedule WHERE tenant_id = ?")
                                .param(tenant.value())
                                .query((row, _) -> row.getBytes(1))
                                .single(),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain(TOKEN);
    }

    @Test
    void keepsATokenOnlyForTheHostItWasGivenFor() throws IOException {
        var schedule = created(draftOf(url("/people.csv"), "bearer", Optional.of(TOKEN)));
        assertThat(schedules.change(
                        grace, schedule.id(), draftOf(url("/people.csv?again"), "bearer", Optional.empty())))
                .get()
                .isInstanceOf(Enforced.Done.class);
        due();
        assertThat(asked.getLast()).containsEntry("authorization", "Bearer " + TOKEN);
        var elsewhere = draftOf("http://127.0.0.2:1/people.csv", "bearer", Optional.empty());
        assertThat(schedules.change(grace, schedule.id(), elsewhere).orElseThrow())
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("token-missing"));
    }

    @Test
    void signsRequestsToABucket() {
        created(new ScheduleDraft(
                "Bucket",
                "identities",
                url("/people.csv"),
                "s3",
                Optional.of(TOKEN),
                Optional.of("AKIDEXAMPLE"),
                Optional.of("eu-central-1"),
                Optional.empty(),
                "PT1H",
                "plan"));
        assertThat(due().outcome()).isEqualTo(RunOutcome.PLANNED);
        assertThat(asked.getFirst().get("authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260601/eu-central-1/s3/aws4_request")
                .doesNotContain(TOKEN);
        assertThat(asked.getFirst()).containsEntry("x-amz-date", "20260601T120000Z");
    }

    @Test
    void readsTheFileWithItsSavedMappingAndSaysWhereThatIsGone() {
        file = "Konto,Abt\nmaria,Risk\n";
        var saved = ((Enforced.Done<SavedMapping>) imports.mappings()
                        .save(grace, "identities", "Workday", Map.of("user_name", "Konto", "department", "Abt")))
                .value();
        var draft = new ScheduleDraft(
                "With a mapping",
                "identities",
                url("/people.csv"),
                "none",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Workday"),
                "P1D",
                "commit");
        created(draft);
        assertThat(due().outcome()).isEqualTo(RunOutcome.COMMITTED);
        assertThat(members.findByUserName(tenant, "maria")).isPresent();
        imports.mappings().delete(grace, saved.id());
        clock.pass(Duration.ofDays(1));
        assertThat(due().code()).isEqualTo("mapping-gone");
    }

    @Test
    void saysWhichPartOfAScheduleCannotBe() {
        assertThat(failure(draft("/people.csv", "perhaps"))).isEqualTo("bad-on-plan");
        assertThat(failure(every("PT14M59S"))).isEqualTo("bad-every");
        assertThat(failure(every("P8D"))).isEqualTo("bad-every");
        assertThat(failure(every("weekly"))).isEqualTo("bad-every");
        assertThat(failure(draftOf(url("/x"), "bearer", Optional.empty()))).isEqualTo("token-missing");
        assertThat(failure(draftOf(url("/x"), "bearer", Optional.of("a\r\nX: b"))))
                .isEqualTo("bad-token");
        assertThat(failure(draftOf(url("/x"), "s3", Optional.of("key")))).isEqualTo("bad-access-key");
        assertThat(failure(draftOf(url("/x"), "basic", Optional.of("key")))).isEqualTo("bad-access");
        created(draft("/people.csv", "plan"));
        assertThat(failure(draft("/people.csv", "plan"))).isEqualTo("name-taken");
    }

    @Test
    void isNeverFoundByAnotherTenant() {
        var schedule = created(draft("/people.csv", "plan"));
        var other = new Caller(TenantId.random(), grace.actor(), grace.roles());
        assertThat(schedules.find(other, schedule.id())).isEmpty();
        assertThat(schedules.all(other)).isEmpty();
        assertThat(schedules.runs(other, schedule.id(), Optional.empty(), 10)).isEmpty();
        assertThat(schedules.pause(other, schedule.id())).isEmpty();
        assertThat(schedules.run(other, schedule.id())).isEmpty();
        assertThat(schedules.delete(other, schedule.id())).isEmpty();
        assertThat(found(schedule).paused()).isFalse();
    }

    @Test
    void goesWithItsRunsWhenItIsDeleted() {
        var schedule = created(draft("/people.csv", "plan"));
        due();
        assertThat(schedules.delete(grace, schedule.id())).get().isInstanceOf(Enforced.Done.class);
        assertThat(schedules.all(grace)).isEmpty();
        assertThat(runs(schedule)).isEmpty();
        assertThat(imports.service().latest(grace, 10)).hasSize(1);
    }

    private Ended due() {
        var started = runner.runDue();
        assertThat(started).hasSize(1);
        return ended(started.getFirst());
    }

    private static Ended ended(CompletableFuture<Ended> run) {
        return run.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** By hand it goes on in the background, so this waits until its run has an end. */
    private ScheduleRun byHand(ImportSchedule schedule) {
        assertThat(schedules.run(grace, schedule.id())).get().isInstanceOf(Enforced.Done.class);
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> runs(schedule).getFirst(), run -> run.endedAt().isPresent());
    }

    private ScheduleRunner runner() {
        return runner(new Fetching(new Downloads(reach), clock));
    }

    private ScheduleRunner runner(Fetching fetching) {
        return new ScheduleRunner(
                rows,
                runs,
                new Owners(members, IdentityKit.services(jdbc)),
                new OneRun(imports.access(), imports.service(), imports.mappings(), rows, runs, fetching, clock),
                new BackgroundJobs(new FixedCorrelations()),
                imports.receipts(),
                new FixedCorrelations(),
                clock,
                new JdbcTransactionManager(database));
    }

    private Caller member(String name, Role role) {
        return new Caller(tenant, Actor.user(members.add(tenant, name, name, "x", Set.of(role))), Set.of(role));
    }

    private ImportSchedule created(ScheduleDraft draft) {
        return ((Enforced.Done<ImportSchedule>) schedules.create(grace, draft)).value();
    }

    private String failure(ScheduleDraft draft) {
        return ((Enforced.Failed<ImportSchedule>) schedules.create(grace, draft))
                .failure()
                .code();
    }

    private ImportSchedule found(ImportSchedule schedule) {
        return schedules.find(grace, schedule.id()).orElseThrow();
    }

    private List<ScheduleRun> runs(ImportSchedule schedule) {
        return runs.latest(tenant, schedule.id(), Optional.empty(), 50);
    }

    private ScheduleDraft draft(String path, String onPlan) {
        return new ScheduleDraft(
                "People",
                "identities",
                url(path),
                "none",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "PT1H",
                onPlan);
    }

    private ScheduleDraft every(String every) {
        return new ScheduleDraft(
                "Every",
                "identities",
                url("/people.csv"),
                "none",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                every,
                "plan");
    }

    private static ScheduleDraft draftOf(String url, String access, Optional<String> token) {
        return new ScheduleDraft(
                "With a token",
                "identities",
                url,
                access,
                token,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "PT1H",
                "plan");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
