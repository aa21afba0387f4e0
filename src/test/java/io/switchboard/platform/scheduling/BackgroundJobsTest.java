package io.switchboard.platform.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.switchboard.platform.observability.FixedCorrelations;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundJobsTest {

    private final BackgroundJobs jobs = new BackgroundJobs(new FixedCorrelations());

    @Test
    void answersWithWhatTheWorkMade() throws Exception {
        assertThat(jobs.start("sum", () -> 2 + 2).get(5, TimeUnit.SECONDS)).isEqualTo(4);
    }

    @Test
    void handsOverWhatTheWorkThrew() {
        var failed = jobs.start("bug", () -> {
            throw new IllegalStateException("boom");
        });
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> failed.get(5, TimeUnit.SECONDS))
                .withMessageContaining("boom");
    }

    @Test
    void aStopWaitsForTheWorkAndTakesNoMore() throws Exception {
        var mayEnd = new CountDownLatch(1);
        var work = jobs.start("slow", () -> await(mayEnd));
        var stopped = new CompletableFuture<Boolean>();
        jobs.start();
        jobs.stop(() -> stopped.complete(work.isDone()));
        assertThat(stopped).isNotDone();
        awaitRefusal();
        mayEnd.countDown();
        assertThat(stopped.get(5, TimeUnit.SECONDS)).as("the work had ended").isTrue();
    }

    private void awaitRefusal() {
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThatExceptionOfType(RejectedExecutionException.class)
                        .isThrownBy(() -> jobs.start("late", () -> true)));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
