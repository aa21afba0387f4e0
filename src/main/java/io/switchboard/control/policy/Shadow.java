package io.switchboard.control.policy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the version in shadow on threads of its own, and waits so long and no longer: it changes no decision and holds none up. */
final class Shadow implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int WAITING = 256;

    private final Duration patience;
    private final MeterRegistry meters;
    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("policy-shadow-", 0).factory());

    Shadow(Duration patience, MeterRegistry meters) {
        this.patience = patience;
        this.meters = meters;
    }

    Evaluated ask(InForce.ShadowBundle shadow, PolicyRequest request) {
        var evaluated = asked(shadow, request);
        meters.counter(
                        "switchboard.policy.shadow",
                        "evaluated",
                        evaluated.verdict().wire())
                .increment();
        return evaluated;
    }

    private Evaluated asked(InForce.ShadowBundle shadow, PolicyRequest request) {
        int version = shadow.version();
        try {
            var answer = threads.submit(() -> shadow.bundle().evaluator().evaluate(request));
            return Evaluated.of(version, answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Evaluated.missed(version);
        } catch (TimeoutException | RejectedExecutionException e) {
            return Evaluated.missed(version);
        } catch (ExecutionException e) {
            return Evaluated.of(version, new Evaluation.Broken(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
