package io.switchboard.control.receipts.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.ConsistencyProof;
import io.switchboard.embedded.TestDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A sequencer that dies at every statement, commit and file of its cycle in turn; what was shown to the world before is never taken back. */
class KilledSequencerTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Set<String> STEPS = Set.of("prepareStatement", "commit");

    private final DataSource database = TestDatabase.migrated("signing", "receipts");
    private int stepsLeft;

    @Test
    void survivesItsDeathAtEveryStep() throws IOException {
        int step = 1;
        while (dies(step)) {
            step++;
        }
        assertThat(step).isGreaterThan(20);
    }

    /** Answers whether the cycle has a step of that number. */
    private boolean dies(int step) throws IOException {
        var kit = new SequencerKit(database, at(0));
        kit.commit(250);
        kit.node(at(0)).advance(kit.tenant);
        var before = kit.published();
        kit.commit(10);
        boolean died = runUntil(step, kit);
        kit.store.step = () -> {};
        if (died) {
            requireExtension(before, kit);
        }
        kit.commit(1);
        kit.node(at(120)).advance(kit.tenant);
        requireExtension(before, kit);
        assertThat(kit.published().size()).isEqualTo(261);
        assertThat(kit.unproven()).isEmpty();
        return died;
    }

    private boolean runUntil(int step, SequencerKit kit) throws IOException {
        stepsLeft = step;
        kit.store.step = this::step;
        try {
            kit.node(dying(), kit.store, at(60)).advance(kit.tenant);
            return false;
        } catch (Death death) {
            return true;
        }
    }

    private static void requireExtension(Checkpoint before, SequencerKit kit) {
        var now = kit.published();
        assertThat(ConsistencyProof.of(before.size(), now.size(), kit.tree()).refutes(before.root(), now.root()))
                .isEmpty();
    }

    private void step() {
        if (stepsLeft-- == 1) {
            throw new Death();
        }
        if (stepsLeft < 0) {
            throw new Death(); // the dead do nothing more, not even a rollback's last words
        }
    }

    private DataSource dying() {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws java.sql.SQLException {
                var real = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            if (STEPS.contains(method.getName())) {
                                step();
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

    private static Clock at(int seconds) {
        return Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC);
    }

    /** As when the process is killed: no handler of the code under test sees it. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }
}
