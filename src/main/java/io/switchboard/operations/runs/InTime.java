package io.switchboard.operations.runs;

import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.platform.scheduling.BackgroundJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The {@code timeout} of steps. */
@Component
class InTime {

    static final String UNKNOWN =
            "It was not over when its timeout had passed, and it is not known whether it was done, or still will be. Look, then say so; nothing is repeated by itself.";

    private final BackgroundJobs jobs;

    InTime(BackgroundJobs jobs) {
        this.jobs = jobs;
    }

    static Optional<Duration> limit(Step step) {
        return step.text("timeout").flatMap(Pauses::parse);
    }

    /** Until when a step may wait for people, counted from its beginning; a pause before another attempt is not part of it. */
    static Optional<Instant> deadline(Step step, RunStep row) {
        var pause = row.attempt() == 1 ? Duration.ZERO : Pauses.before(step).orElse(Duration.ZERO);
        return limit(step).map(limit -> row.startedAt().plus(pause).plus(limit));
    }

    /** Empty where it was not over in time; it goes on by itself then. */
    Optional<Worked> within(Optional<Duration> limit, Supplier<Worked> work) {
        if (limit.isEmpty()) {
            return Optional.of(work.get());
        }
        var job = jobs.start("command", work);
        try {
            return Optional.of(job.get(limit.get().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a command ran", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
