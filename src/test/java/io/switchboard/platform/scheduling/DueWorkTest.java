package io.switchboard.platform.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.platform.observability.FixedCorrelations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueWorkTest {

    private final DataSource database = TestDatabase.migrated("__root");
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final DueWork one = node(this::count);
    private final DueWork two = node(this::count);

    @AfterEach
    void stop() {
        one.stop();
        two.stop();
    }

    @Test
    void runsAgainAndAgainOnOneNodeAtATime() {
        one.start();
        two.start();
        awaitRuns(3);
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void goesOnOnTheOtherNodeWhenOneStops() {
        one.start();
        awaitRuns(1);
        one.stop();
        int soFar = runs.get();
        two.start();
        awaitRuns(soFar + 1);
    }

    @Test
    void runsAgainAfterAFailure() {
        var failing = node(() -> {
            runs.incrementAndGet();
            throw new IllegalStateException("not today");
        });
        failing.start();
        try {
            awaitRuns(2);
        } finally {
            failing.stop();
        }
    }

    private DueWork node(Runnable work) {
        return new DueWork(
                database,
                List.of(new RecurringWork("count", Duration.ofMillis(100), work)),
                new FixedCorrelations(),
                Clock.systemUTC());
    }

    private void count() {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        runs.incrementAndGet();
        atOnce.decrementAndGet();
    }

    private void awaitRuns(int wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() >= wanted);
    }
}
