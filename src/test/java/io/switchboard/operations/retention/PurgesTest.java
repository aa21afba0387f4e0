package io.switchboard.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.Purged;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.TestTenants;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PurgesTest {

    private static final Duration YEAR = Duration.ofDays(366);

    private final RetentionKit kit = new RetentionKit();

    @Test
    void destroysKeysOfWhatIsOlderThanItIsKeptAndListsEachInASignedManifest() {
        var old = kit.receipt(kit.acme, 3);
        var others = kit.receipt(kit.globex, 2);
        kit.time.pass(YEAR);
        kit.receipt(kit.acme, 4);
        var digests = kit.kit
                .jdbc()
                .sql("SELECT SHA2(ciphertext, 256) FROM receipt_disclosure WHERE receipt_id = ? ORDER BY position")
                .param(old.id().value())
                .query((row, _) -> row.getString(1))
                .list();

        var purge = kit.purged(kit.ada());

        assertThat(purge.state()).isEqualTo(PurgeState.COMPLETE);
        assertThat(purge.purged()).isEqualTo(3);
        assertThat(purge.keys()).isEqualTo(3);
        assertThat(purge.left()).isZero();
        assertThat(kit.readable(kit.acme)).isEqualTo(4);
        assertThat(kit.readable(kit.globex)).as("another tenant's").isEqualTo(2);

        var kind = manifest(kit.acme, purge).path("kinds").path(0);
        assertThat(kind.path("kind").asString()).isEqualTo("receipt-values");
        assertThat(kind.path("records").valueStream().map(it -> it.path("name").asString()))
                .containsExactly(old.id() + "/0", old.id() + "/1", old.id() + "/2");
        assertThat(kind.path("records")
                        .valueStream()
                        .map(it -> it.path("sha256").asString()))
                .containsExactlyElementsOf(digests);
        assertThat(kind.path("records").path(0).path("key").asString()).matches("[0-9a-f]{64}");

        var receipt = kit.kit.query().detail(kit.acme, old.id()).orElseThrow();
        assertThat(receipt.signatureValid()).isTrue();
        assertThat(receipt.disclosures()).isEmpty();
        assertThat(receipt.withheld()).isEqualTo(3);
        assertThat(receipt.purged().orElseThrow().purge()).isEqualTo(purge.id());
        assertThat(kit.kit.query().detail(kit.globex, others.id()).orElseThrow().purged())
                .isEmpty();
    }

    @Test
    void whatIsThereAgainAfterAPurgeIsFoundByLookingAgain() {
        var activity = new RetentionActivity(kit.policies, kit.rows, kit.kinds);
        kit.receipt(kit.acme, 3);
        var jdbc = kit.kit.jdbc();
        jdbc.sql("CREATE TABLE kept_disclosure AS SELECT * FROM receipt_disclosure WHERE tenant_id = ?")
                .param(kit.acme.value())
                .update();
        kit.time.pass(YEAR);
        var purge = kit.purged(kit.ada());
        assertThat(activity.stillThere(kit.acme, purge)).isZero();
        jdbc.sql("REPLACE INTO receipt_disclosure SELECT * FROM kept_disclosure")
                .update();
        jdbc.sql("DROP TABLE kept_disclosure").update();
        assertThat(activity.stillThere(kit.acme, purge))
                .as("as a backup brought them back")
                .isEqualTo(3);
        assertThat(activity.stillThere(kit.globex, purge)).isZero();
    }

    @Test
    void theReceiptOfTheEndNamesTheManifestAndFollowsFromThatOfTheBeginning() {
        kit.receipt(kit.acme, 1);
        kit.time.pass(YEAR);
        var purge = kit.purged(kit.ada());
        var envelope = kit.rows.manifest(kit.acme, purge.id()).orElseThrow();
        assertThat(purge.manifest()).contains(Sha256.of(envelope));
        var end = kit.kit
                .query()
                .detail(kit.acme, purge.endReceipt().orElseThrow())
                .orElseThrow();
        assertThat(end.payload().toString())
                .contains(Sha256.of(envelope).hex(), purge.fileName(), "keysDestroyed=1", "receipt-values.purged=1");
        assertThat(end.row().receipt().parent()).isEqualTo(purge.receipt());
        assertThat(manifest(kit.acme, purge).path("receipt").asString())
                .isEqualTo(purge.receipt().orElseThrow().value());
        var taken = kit.purges
                .download(kit.caller(kit.acme, Role.EVALUATOR), purge.id())
                .orElseThrow();
        assertThat(((Enforced.Done<Purges.Manifest>) taken).value().envelope()).isEqualTo(envelope);
        assertThat(kit.purges.download(kit.caller(kit.globex, Role.PARTNER_ADMIN), purge.id()))
                .as("of another tenant")
                .isEmpty();
    }

    @Test
    void onePurgeTakesNoMoreThanAManifestListsAndTheNextGoesOn() {
        kit.kinds.add(new Counted(PurgeRun.MOST + 20));
        kit.time.pass(YEAR);
        var first = kit.purged(kit.ada());
        assertThat(first.state()).isEqualTo(PurgeState.LIMIT);
        assertThat(first.purged()).isEqualTo(PurgeRun.MOST);
        assertThat(first.left()).isEqualTo(20);
        var second = kit.purged(kit.ada());
        assertThat(second.state()).isEqualTo(PurgeState.COMPLETE);
        assertThat(second.purged()).isEqualTo(20);
    }

    @Test
    void onceKilledBetweenBatchesItGoesOnWhereItWasAndItsTotalsAreTrue() {
        for (int i = 0; i < 40; i++) {
            kit.receipt(kit.acme, 30);
        }
        kit.time.pass(YEAR);
        var killed = new Killed(kit.values, 2);
        kit.kinds.set(0, killed);
        assertThatThrownBy(() -> kit.purge(kit.ada())).isInstanceOf(AssertionError.class);
        var running = kit.rows.list(kit.acme, 1).getFirst();
        assertThat(running.state()).isEqualTo(PurgeState.RUNNING);
        assertThat(running.purged()).isEqualTo(1000);
        assertThat(kit.readable(kit.acme)).isEqualTo(200);
        assertFails(kit.purge(kit.ada()), "running");

        kit.kinds.set(0, kit.values);
        kit.work.work(kit.acme);

        var ended = kit.rows.find(kit.acme, running.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(PurgeState.COMPLETE);
        assertThat(ended.purged()).isEqualTo(1200);
        assertThat(kit.readable(kit.acme)).isZero();
        assertThat(manifest(kit.acme, ended)
                        .path("kinds")
                        .path(0)
                        .path("records")
                        .size())
                .isEqualTo(1200);
        assertThat(kit.rows.count(kit.acme)).isEqualTo(1);
    }

    @Test
    void twoNodesAtOncePurgeOnceAndLeaveOneReceiptOfItsEnd() throws Exception {
        for (int i = 0; i < 20; i++) {
            kit.receipt(kit.acme, 30);
        }
        kit.time.pass(YEAR);
        var standing = kit.desk.standing(kit.ada());
        var begun = ((Enforced.Done<Purge>) kit.purges.begin(kit.ada(), standing.asOf(), standing.version())).value();
        var together = new CountDownLatch(1);
        try (var nodes = Executors.newFixedThreadPool(3)) {
            var done = IntStream.range(0, 3)
                    .mapToObj(_ -> nodes.submit(() -> {
                        together.await();
                        kit.run.finish(kit.acme, begun.id());
                        return true;
                    }))
                    .toList();
            together.countDown();
            for (var each : done) {
                assertThat(each.get()).isTrue();
            }
        }
        var ended = kit.rows.find(kit.acme, begun.id()).orElseThrow();
        assertThat(ended.purged()).isEqualTo(600);
        assertThat(kit.kit
                        .query()
                        .list(kit.acme, ReceiptFilter.allowed(PurgeRun.COMPLETE), Optional.empty(), 10)
                        .items())
                .hasSize(1);
        assertThat(kit.rows.records(kit.acme, begun.id(), "receipt-values", 1000).stream()
                        .map(PurgedRecord::name)
                        .distinct())
                .hasSize(600);
    }

    @Test
    void aKindThatCannotBeGoneThroughIsNamedAndTheOthersGo() {
        kit.receipt(kit.acme, 2);
        kit.kinds.addFirst(new Failing());
        kit.time.pass(YEAR);
        var purge = kit.purged(kit.ada());
        assertThat(purge.state()).isEqualTo(PurgeState.FAILED);
        assertThat(purge.purged()).isEqualTo(2);
        assertThat(purge.left()).isEqualTo(5);
        var failing = manifest(kit.acme, purge)
                .path("kinds")
                .valueStream()
                .filter(kind -> kind.path("kind").asString().equals("failing"))
                .findFirst()
                .orElseThrow();
        assertThat(failing.path("problem").asString()).isEqualTo("internal-error");
        assertThat(failing.path("purged").asLong()).isZero();
        assertThat(failing.path("left").asLong()).isEqualTo(5);
    }

    @Test
    void aLegalHoldStopsAPurgeBeforeItBeginsAndOneUnderWay() {
        for (int i = 0; i < 20; i++) {
            kit.receipt(kit.acme, 30);
        }
        kit.time.pass(YEAR);
        kit.kinds.set(0, new Then(kit.values, () -> hold("A court asks.")));
        var stopped = kit.purged(kit.ada());
        assertThat(stopped.state()).isEqualTo(PurgeState.HELD);
        assertThat(stopped.purged()).isEqualTo(500);
        assertThat(stopped.left()).isEqualTo(100);

        kit.kinds.set(0, kit.values);
        assertFails(kit.purge(kit.ada()), "legal-hold");
        kit.work.work(kit.acme);
        assertThat(kit.readable(kit.acme)).isGreaterThanOrEqualTo(100);

        var version = kit.desk.standing(kit.ada()).version();
        assertThat(kit.retention.release(kit.ada(), "The court is content.", version))
                .isInstanceOf(Enforced.Done.class);
        assertThat(kit.purged(kit.ada()).purged()).isEqualTo(100);
    }

    @Test
    void purgesByItselfOnceADayAndLeavesNoReceiptWhereNothingIsDue() {
        kit.work.work();
        assertThat(kit.rows.count(kit.acme)).isZero();
        kit.receipt(kit.acme, 1);
        kit.time.pass(YEAR);
        kit.work.work();
        assertThat(kit.rows.list(kit.acme, 5)).singleElement().satisfies(purge -> {
            assertThat(purge.by().id()).isEqualTo("retention");
            assertThat(purge.purged()).isEqualTo(1);
        });
        kit.receipt(kit.globex, 1);
        kit.work.work();
        assertThat(kit.rows.count(kit.globex)).isZero();
    }

    @Test
    void refusesWhoMayNotAndADryRunThatIsOldOrOfOtherRules() {
        kit.receipt(kit.acme, 1);
        kit.time.pass(YEAR);
        assertThat(kit.purge(kit.caller(kit.acme, Role.OPERATOR))).isInstanceOf(Enforced.Refused.class);
        assertThat(kit.readable(kit.acme)).isEqualTo(1);
        var seen = kit.desk.standing(kit.ada());
        assertThat(seen.due()).isEqualTo(1);
        kit.time.pass(Duration.ofHours(2));
        assertFails(kit.purges.purge(kit.ada(), seen.asOf(), seen.version()), "stale-dry-run");
        var again = kit.desk.standing(kit.ada());
        kit.retention.set(kit.ada(), Map.of("receipt-values", Optional.of(new Keep.Days(90))), again.version());
        assertFails(kit.purges.purge(kit.ada(), again.asOf(), again.version()), "changed-meanwhile");
        var settings = kit.desk.standing(kit.ada());
        TestTenants.on(kit.kit.jdbc(), kit.time)
                .configure(kit.acme, new TenantSettings("acme", "#1f5eff", Optional.empty(), 30), 0);
        assertFails(kit.purges.purge(kit.ada(), settings.asOf(), settings.version()), "changed-meanwhile");
        assertThat(kit.purged(kit.ada()).purged()).isPositive();
        assertFails(kit.purge(kit.ada()), "nothing-due");
    }

    private void hold(String reason) {
        var version = kit.desk.standing(kit.ada()).version();
        assertThat(kit.retention.hold(kit.ada(), reason, version)).isInstanceOf(Enforced.Done.class);
    }

    private JsonNode manifest(TenantId tenant, Purge purge) {
        var json = JsonMapper.builder().build();
        var envelope = json.readTree(kit.rows.manifest(tenant, purge.id()).orElseThrow());
        assertThat(envelope.path("payloadType").asString()).isEqualTo(PurgeManifest.PAYLOAD_TYPE);
        return json.readTree(Base64.getDecoder().decode(envelope.path("payload").asString()));
    }

    private static void assertFails(Enforced<?> ended, String code) {
        assertThat(ended)
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
    }

    /** Passes everything on. */
    private abstract static class Around implements PurgeableRecords {

        final PurgeableRecords inner;

        Around(PurgeableRecords inner) {
            this.inner = inner;
        }

        @Override
        public String kind() {
            return inner.kind();
        }

        @Override
        public String title() {
            return inner.title();
        }

        @Override
        public String what() {
            return inner.what();
        }

        @Override
        public Optional<Integer> defaultDays() {
            return inner.defaultDays();
        }

        @Override
        public DueRecords due(TenantId tenant, Instant before) {
            return inner.due(tenant, before);
        }
    }

    /** An error that nobody catches is as near to a kill as a test gets: what the transaction did is gone. */
    private static final class Killed extends Around {

        private int left;

        Killed(PurgeableRecords inner, int batches) {
            super(inner);
            left = batches;
        }

        @Override
        public List<PurgedRecord> purge(TenantId tenant, Instant before, int most, Purged purged) {
            var gone = inner.purge(tenant, before, most, purged);
            if (left-- == 0) {
                throw new AssertionError("killed");
            }
            return gone;
        }
    }

    /** Does something else after the first batch has been committed. */
    private static final class Then extends Around {

        private final Runnable work;
        private boolean first = true;

        Then(PurgeableRecords inner, Runnable work) {
            super(inner);
            this.work = work;
        }

        @Override
        public List<PurgedRecord> purge(TenantId tenant, Instant before, int most, Purged purged) {
            var gone = inner.purge(tenant, before, most, purged);
            if (first) {
                first = false;
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        var other = new Thread(work);
                        other.start();
                        try {
                            other.join();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                });
            }
            return gone;
        }
    }

    /** So many records that are nowhere. */
    private static final class Counted implements PurgeableRecords {

        private int left;

        Counted(int number) {
            left = number;
        }

        @Override
        public String kind() {
            return "counted";
        }

        @Override
        public String title() {
            return "Counted";
        }

        @Override
        public String what() {
            return "Nothing.";
        }

        @Override
        public Optional<Integer> defaultDays() {
            return Optional.of(30);
        }

        @Override
        public DueRecords due(TenantId tenant, Instant before) {
            return new DueRecords(left, Optional.of(before), Optional.of(before));
        }

        @Override
        public List<PurgedRecord> purge(TenantId tenant, Instant before, int most, Purged purged) {
            int taken = Math.min(most, left);
            left -= taken;
            return IntStream.range(0, taken)
                    .mapToObj(i -> new PurgedRecord("c-" + i, before, Sha256.of("c" + i), Optional.empty()))
                    .toList();
        }
    }

    private static final class Failing implements PurgeableRecords {

        @Override
        public String kind() {
            return "failing";
        }

        @Override
        public String title() {
            return "Failing";
        }

        @Override
        public String what() {
            return "Nothing.";
        }

        @Override
        public Optional<Integer> defaultDays() {
            return Optional.of(30);
        }

        @Override
        public DueRecords due(TenantId tenant, Instant before) {
            return new DueRecords(5, Optional.of(before), Optional.of(before));
        }

        @Override
        public List<PurgedRecord> purge(TenantId tenant, Instant before, int most, Purged purged) {
            throw new IllegalStateException(Objects.toString(tenant));
        }
    }
}
