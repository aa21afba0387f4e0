package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Purged;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.retention.PurgedRecord;
import io.switchboard.platform.observability.Correlations;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ImportUpkeepTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final Caller grace =
            new Caller(TenantId.random(), Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final TestReceipts receipts = new TestReceipts();

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("identity", "imports");
    }

    @Test
    void saysOfAKilledCommitThatNothingOfItWasApplied() {
        var plan = planned("user_name\nmaria\n");
        killedInTheCommit(plan);
        assertThat(status(plan)).isEqualTo(ImportStatus.COMMITTING);
        recovery(NOON.plusSeconds(60)).recover();
        assertThat(status(plan)).isEqualTo(ImportStatus.FAILED);
        assertThat(found(plan).failure().orElseThrow()).contains("Nothing of it was applied");
        assertThat(members()).isZero();
        assertThat(receipts.drafts).singleElement().satisfies(draft -> {
            assertThat(draft.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(draft.facts()).containsEntry("code", "interrupted");
            assertThat(draft.parent()).isEqualTo(plan.receipt());
        });
    }

    @Test
    void leavesACommitThatWasDoneBeforeTheKill() {
        var plan = planned("user_name\nmaria\n");
        module(NOON).service().commit(grace, plan.id(), Set.of());
        recovery(NOON.plusSeconds(60)).recover();
        assertThat(status(plan)).isEqualTo(ImportStatus.COMMITTED);
        assertThat(members()).isEqualTo(1);
        assertThat(receipts.drafts).isEmpty();
    }

    @Test
    void leavesWorkOfANodeThatIsAlive() {
        var plan = planned("user_name\nmaria\n");
        killedInTheCommit(plan);
        recovery(NOON.plusSeconds(15)).recover();
        assertThat(status(plan)).isEqualTo(ImportStatus.COMMITTING);
    }

    /** A node that was stopped for so long that another took its work over, say by its machine, finds its commit ended and undoes it. */
    @Test
    void undoesTheCommitOfANodeThatWasTakenForDead() {
        var plan = planned("user_name\nmaria\n");
        var slow = new TestEnforcement(transactions);
        slow.policy = action -> {
            recovery(NOON.plusSeconds(60)).recover();
            return true;
        };
        var ended = new TestImports(database, transactions, slow, event -> {}, Clock.fixed(NOON, ZoneOffset.UTC), 100)
                .service()
                .commit(grace, plan.id(), Set.of());
        assertThat(ended.orElseThrow())
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("interrupted"));
        assertThat(status(plan)).isEqualTo(ImportStatus.FAILED);
        assertThat(members()).isZero();
    }

    @Test
    void letsOneOfTwoNodesCommitAPlan() throws Exception {
        var plan = planned("user_name\nmaria\njoe\n");
        var start = new CyclicBarrier(2);
        Callable<Enforced<ImportPlan>> commit = () -> {
            var node = module(NOON).service();
            start.await();
            return node.commit(grace, plan.id(), Set.of()).orElseThrow();
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            var done = 0;
            for (var ended : pool.invokeAll(List.of(commit, commit))) {
                done += ended.get() instanceof Enforced.Done ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(status(plan)).isEqualTo(ImportStatus.COMMITTED);
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void startsAKilledDryRunOver() {
        var plan = uploaded("user_name\nmaria\njoe\n");
        force(plan, ImportStatus.PLANNING);
        recovery(NOON.plusSeconds(60)).recover();
        assertThat(status(plan)).isEqualTo(ImportStatus.PLANNED);
        assertThat(found(plan).counts().create()).isEqualTo(2);
    }

    @Test
    void deletesFileAndRowsButKeepsTheHead() {
        var plan = planned("user_name\nmaria\n");
        var purged = new Purged(PurgeId.random(), NOON.plus(Duration.ofDays(31)));
        assertThat(purgeable().due(grace.tenant(), NOON.plusSeconds(1)).number())
                .isEqualTo(1);
        assertThat(purgeable().purge(grace.tenant(), NOON.plusSeconds(1), 10, purged))
                .singleElement()
                .isEqualTo(new PurgedRecord(
                        plan.id().value(), plan.createdAt(), plan.source().digest(), Optional.empty()));
        assertThat(count("import_page") + count("import_file")).isZero();
        assertThat(found(plan).clearedAt()).contains(purged.at());
        assertThat(found(plan).purge()).contains(purged.purge());
        assertThat(purgeable().due(grace.tenant(), NOON.plusSeconds(1)).number())
                .isZero();
        assertThat(found(plan).counts().create()).isEqualTo(1);
        assertThat(status(plan)).isEqualTo(ImportStatus.EXPIRED);
        assertThat(module(NOON).service().again(grace, plan.id()).orElseThrow())
                .isEqualTo(new Upload.Unreadable("file-gone", "The file is no longer kept here. Upload it again."));
        assertThat(module(NOON).drafts().preview(grace, plan.id())).isEmpty();
        assertThat(module(NOON).errors().exist(grace, plan.id())).isFalse();
    }

    @Test
    void keepsWhatIsNotOldEnough() {
        planned("user_name\nmaria\n");
        var purged = new Purged(PurgeId.random(), NOON);
        assertThat(purgeable().purge(grace.tenant(), NOON, 10, purged)).isEmpty();
        assertThat(purgeable().purge(TenantId.random(), NOON.plusSeconds(1), 10, purged))
                .isEmpty();
        assertThat(count("import_page")).isEqualTo(1);
    }

    @Test
    void deletesWhatABrokenUploadLeft() {
        var id = ImportId.random();
        jdbc.sql(
                        "INSERT INTO import_file (tenant_id, import_id, chunk_no, content, stored_at) VALUES (?, ?, 0, 'x', ?)")
                .params(grace.tenant().value(), id.value(), Utc.column(NOON))
                .update();
        keeping(NOON.plus(Duration.ofHours(23))).clear();
        assertThat(count("import_file")).isEqualTo(1);
        keeping(NOON.plus(Duration.ofHours(25))).clear();
        assertThat(count("import_file")).isZero();
    }

    /** An error that nobody catches is as near to a kill as a test gets: the transaction is gone, the status stays. */
    private void killedInTheCommit(ImportPlan plan) {
        var module = new TestImports(
                database,
                transactions,
                new TestEnforcement(transactions),
                event -> {
                    throw new AssertionError("killed");
                },
                Clock.fixed(NOON, ZoneOffset.UTC),
                100);
        assertThatThrownBy(() -> module.service().commit(grace, plan.id(), Set.of()))
                .isInstanceOf(AssertionError.class);
    }

    private ImportRecovery recovery(Instant now) {
        var module = module(now);
        return new ImportRecovery(
                module.imports(),
                module.planning(),
                receipts,
                new OwnCorrelation(),
                module.inFlight(),
                module.clock(),
                transactions);
    }

    private static final class OwnCorrelation implements Correlations {

        @Override
        public CorrelationId current() {
            return CorrelationId.random();
        }

        @Override
        public void run(CorrelationId correlation, Runnable work) {
            work.run();
        }
    }

    private ImportKeeping keeping(Instant now) {
        var module = module(now);
        return new ImportKeeping(module.files(), module.clock());
    }

    private PurgeableImports purgeable() {
        var module = module(NOON);
        return new PurgeableImports(module.imports(), module.files(), module.rows());
    }

    private TestImports module(Instant now) {
        return new TestImports(
                database,
                transactions,
                new TestEnforcement(transactions),
                event -> {},
                Clock.fixed(now, ZoneOffset.UTC),
                100);
    }

    private ImportPlan uploaded(String file) {
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        var upload = module(NOON).service().upload(grace, "identities", "people.csv", content);
        assertThat(upload).isInstanceOf(Upload.Accepted.class);
        return ((Upload.Accepted) upload).plan();
    }

    private ImportPlan planned(String file) {
        var ended = module(NOON)
                .service()
                .plan(grace, uploaded(file).id(), Map.of())
                .orElseThrow();
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<ImportPlan>) ended).value();
    }

    private void force(ImportPlan plan, ImportStatus status) {
        jdbc.sql("UPDATE import_plan SET status = ? WHERE tenant_id = ? AND import_id = ?")
                .params(status.name(), grace.tenant().value(), plan.id().value())
                .update();
    }

    private ImportPlan found(ImportPlan plan) {
        return module(NOON).imports().find(grace.tenant(), plan.id()).orElseThrow();
    }

    private ImportStatus status(ImportPlan plan) {
        return found(plan).status();
    }

    private long members() {
        return count("member");
    }

    private long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE tenant_id = ?")
                .param(grace.tenant().value())
                .query(Long.class)
                .single();
    }
}
