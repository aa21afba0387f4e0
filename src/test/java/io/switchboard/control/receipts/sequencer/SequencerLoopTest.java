package io.switchboard.control.receipts.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.storage.LogStore;
import io.switchboard.embedded.TestDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SequencerLoopTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void aStoreThatHangsForOneTenantDelaysNobodyElse() {
        var database = TestDatabase.migrated("signing", "receipts");
        var stuck = new SequencerKit(database, CLOCK);
        var other = new SequencerKit(database, CLOCK);
        stuck.commit(2);
        other.commit(2);
        var store = new HangingStore(stuck, other.store);
        var loop = new SequencerLoop(new LogQueue(stuck.jdbc), stuck.node(database, store, CLOCK));
        loop.start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> other.store.files.containsKey(other.log + "/checkpoint"));
            assertThat(other.unproven()).isEmpty();
            assertThat(stuck.head().published()).isZero();
        } finally {
            store.answer.countDown();
            loop.stop();
        }
        assertThat(stuck.head().published()).isEqualTo(2);
    }

    /** Answers for one tenant only after it was told to. */
    private record HangingStore(SequencerKit stuck, LogStore store, CountDownLatch answer) implements LogStore {

        HangingStore(SequencerKit stuck, LogStore store) {
            this(stuck, store, new CountDownLatch(1));
        }

        @Override
        public Optional<byte[]> read(String path) throws IOException {
            hang(path);
            return store.read(path);
        }

        @Override
        public void write(String path, byte[] content) throws IOException {
            hang(path);
            store.write(path, content);
        }

        private void hang(String path) throws IOException {
            if (path.startsWith(stuck.log.value())) {
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }
    }
}
