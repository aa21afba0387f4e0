package io.switchboard.control.receipts.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.ConsistencyProof;
import io.switchboard.control.receipts.log.NoteSigner;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.Overlap;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class SequencerTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Clock CLOCK = at(NOON);

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private SequencerKit kit = new SequencerKit(database, CLOCK);

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("signing", "receipts");
    }

    @BeforeEach
    void start() {
        kit = new SequencerKit(database, CLOCK);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    @Test
    void publishesACheckpointUnderWhichEveryCommittedReceiptIsProven() throws IOException {
        kit.commit(700);
        kit.node(CLOCK).advance(kit.tenant);
        assertThat(kit.published().size()).isEqualTo(700);
        assertThat(kit.published().origin()).isEqualTo("log.example.org/log/" + kit.log);
        assertThat(kit.unproven()).isEmpty();
    }

    @Test
    void extendsWhatItPublishedBefore() throws IOException {
        var node = kit.node(CLOCK);
        Checkpoint before = null;
        for (int more : new int[] {1, 1, 254, 1, 300, 255}) {
            kit.commit(more);
            node.advance(kit.tenant);
            var now = kit.published();
            if (before != null) {
                assertThat(ConsistencyProof.of(before.size(), now.size(), kit.tree())
                                .refutes(before.root(), now.root()))
                        .isEmpty();
            }
            before = now;
        }
        assertThat(kit.published().size()).isEqualTo(812);
        assertThat(kit.unproven()).isEmpty();
    }

    @Test
    void signsNothingWithoutNews() throws IOException {
        kit.commit(3);
        var node = kit.node(CLOCK);
        node.advance(kit.tenant);
        var note = kit.text("checkpoint");
        node.advance(kit.tenant);
        assertThat(kit.text("checkpoint")).isEqualTo(note);
        assertThat(checkpoints()).isEqualTo(1);
    }

    @Test
    void leavesALogToTheNodeThatHoldsItsLease() throws IOException {
        kit.commit(3);
        kit.node(CLOCK).advance(kit.tenant);
        kit.commit(1);
        kit.node(at(NOON.plusSeconds(5))).advance(kit.tenant);
        assertThat(kit.published().size()).isEqualTo(3);
        kit.node(at(NOON.plusSeconds(11))).advance(kit.tenant);
        assertThat(kit.published().size()).isEqualTo(4);
    }

    @Test
    void goesOnAfterTheClockWasSetBack() throws IOException {
        kit = new SequencerKit(database, at(NOON.minus(Duration.ofHours(2))));
        kit.commit(3);
        kit.node(CLOCK).advance(kit.tenant);
        kit.commit(1);
        kit.node(at(NOON.minus(Duration.ofHours(1)))).advance(kit.tenant);
        assertThat(kit.published().size()).isEqualTo(4);
        assertThat(kit.unproven()).isEmpty();
    }

    @Test
    void twoNodesAtOnceExtendOneHistory() throws Exception {
        kit.commit(20);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var barrier = new CyclicBarrier(2);
            var nodes = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 2; i++) {
                // Both believe that the other's lease has ended.
                var node = kit.node(at(NOON.plusSeconds(20L * i)));
                nodes.add(() -> {
                    for (int round = 0; round < 10; round++) {
                        barrier.await();
                        node.advance(kit.tenant);
                    }
                    return null;
                });
            }
            for (var ended : threads.invokeAll(nodes)) {
                ended.get();
            }
        }
        kit.node(at(NOON.plusSeconds(60))).advance(kit.tenant);
        assertThat(kit.head().haltedBecause()).isEmpty();
        assertThat(kit.published().size()).isEqualTo(20);
        assertThat(kit.unproven()).isEmpty();
    }

    @Test
    void losesNoReceiptThatIsCommittedWithAnOlderTimeWhileOthersAreNumbered() throws IOException {
        kit.commit(300);
        // What the transaction that numbers them says when they have their indices and are still in the queue.
        var interrupted = onStatement("SAVEPOINT", kit::commitLate);
        kit.node(interrupted, kit.store, CLOCK).advance(kit.tenant);
        assertThat(kit.published().size()).isEqualTo(300);
        kit.node(at(NOON.plusSeconds(60))).advance(kit.tenant);
        assertThat(kit.published().size()).isEqualTo(301);
        assertThat(kit.unproven()).isEmpty();
        assertThat(waiting()).isZero();
    }

    private long waiting() {
        return kit.jdbc
                .sql("SELECT COUNT(*) FROM log_queue WHERE tenant_id = ?")
                .param(kit.tenant.value())
                .query(Long.class)
                .single();
    }

    /** The database, where something happens once, just before the first statement that begins so. */
    private static DataSource onStatement(String beginning, Runnable happens) {
        var once = new AtomicBoolean();
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                var real = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")
                                    && String.valueOf(arguments[0]).startsWith(beginning)
                                    && once.compareAndSet(false, true)) {
                                happens.run();
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
    }

    @Test
    void keepsEverythingWhileTheStoreIsAway() throws IOException {
        kit.commit(3);
        kit.node(CLOCK).advance(kit.tenant);
        kit.store.away = true;
        kit.commit(5);
        assertThatThrownBy(() -> kit.node(at(NOON.plusSeconds(60))).advance(kit.tenant))
                .isInstanceOf(IOException.class);
        kit.store.away = false;
        kit.node(at(NOON.plusSeconds(3600))).advance(kit.tenant);
        assertThat(kit.published().size()).isEqualTo(8);
        assertThat(kit.unproven()).isEmpty();
    }

    @Test
    void makesLostFilesAgainFromTheRows() throws IOException {
        kit.commit(600);
        kit.node(CLOCK).advance(kit.tenant);
        kit.store.files.clear();
        kit.commit(1);
        kit.node(at(NOON.plusSeconds(60))).advance(kit.tenant);
        assertThat(kit.published().size()).isEqualTo(601);
        assertThat(kit.unproven()).isEmpty();
    }

    @Test
    void signsWithTheNextKeyWhereTheKeyIsRotatedInMidBatch() throws IOException {
        kit.commit(5);
        var rotated = new AtomicBoolean();
        kit.store.step = () -> {
            if (rotated.compareAndSet(false, true)) {
                kit.signing(CLOCK).lifecycle().rotate(kit.tenant, KeyUse.LOG, Overlap.LEAST, "Globex");
            }
        };
        kit.node(CLOCK).advance(kit.tenant);
        var key = kit.signing(CLOCK).ring().logKey(kit.tenant);
        assertThat(rotated).isTrue();
        assertThat(kit.text("checkpoint"))
                .isEqualTo(new NoteSigner(kit.head().origin(), key.publicKey(), key.sign())
                        .sign(kit.published().body()));
        assertThat(kit.unproven()).isEmpty();
    }

    @Test
    void signsNothingOverARowThatWasEdited() throws IOException {
        halts(
                "UPDATE log_entry SET entry = REPEAT('x', 32) WHERE tenant_id = ? AND log_index = 2",
                "are not what was signed");
    }

    @Test
    void signsNothingOverARowThatIsGone() throws IOException {
        halts("DELETE FROM log_entry WHERE tenant_id = ? AND log_index = 2", "missing");
    }

    private void halts(String sabotage, String because) throws IOException {
        kit.commit(5);
        kit.node(CLOCK).advance(kit.tenant);
        var note = kit.text("checkpoint");
        kit.jdbc.sql(sabotage).param(kit.tenant.value()).update();
        kit.commit(1);
        kit.node(at(NOON.plusSeconds(60))).advance(kit.tenant);
        assertThat(kit.head().haltedBecause())
                .hasValueSatisfying(why -> assertThat(why).contains(because));
        assertThat(kit.text("checkpoint")).isEqualTo(note);
        assertThat(checkpoints()).isEqualTo(1);
    }

    @Test
    void signsNothingWhereTheStoreHasSeenALaterLife() throws IOException {
        kit.commit(5);
        kit.node(CLOCK).advance(kit.tenant);
        kit.jdbc
                .sql("DELETE FROM log_checkpoint WHERE tenant_id = ?")
                .param(kit.tenant.value())
                .update();
        kit.jdbc
                .sql("UPDATE log_head SET signed_size = 0, signed_edge = '', published_size = 0 WHERE tenant_id = ?")
                .param(kit.tenant.value())
                .update();
        kit.node(at(NOON.plusSeconds(60))).advance(kit.tenant);
        assertThat(kit.head().haltedBecause())
                .hasValueSatisfying(why -> assertThat(why).contains("has not signed"));
        assertThat(checkpoints()).isZero();
    }

    private long checkpoints() {
        return kit.jdbc
                .sql("SELECT COUNT(*) FROM log_checkpoint WHERE tenant_id = ?")
                .param(kit.tenant.value())
                .query(Long.class)
                .single();
    }
}
