package io.switchboard.operations.imports.schedules;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.observability.Correlations;
import io.switchboard.platform.scheduling.BackgroundJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is due and runs it in the background, a few at a time on each node. A schedule whose owner was refused pauses at once, one that failed five
 * times in a row then; both leave a receipt of the portal's own.
 */
@Component
class ScheduleRunner {

    static final int AT_ONCE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRunner.class);

    private final ScheduleRows schedules;
    private final RunRows runs;
    private final Owners owners;
    private final OneRun oneRun;
    private final BackgroundJobs jobs;
    private final Receipts receipts;
    private final Correlations correlations;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ScheduleRunner(
            ScheduleRows schedules,
            RunRows runs,
            Owners owners,
            OneRun oneRun,
            BackgroundJobs jobs,
            Receipts receipts,
            Correlations correlations,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.schedules = schedules;
        this.runs = runs;
        this.owners = owners;
        this.oneRun = oneRun;
        this.jobs = jobs;
        this.receipts = receipts;
        this.correlations = correlations;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Starts what is due, as far as this node has places free. */
    List<CompletableFuture<Ended>> runDue() {
        return runs.due(clock.instant(), AT_ONCE).stream()
                .flatMap(due -> start(due).stream())
                .toList();
    }

    private Optional<CompletableFuture<Ended>> start(RunRows.Due due) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            var started = runs.claimDue(due.tenant(), due.schedule(), clock.instant())
                    .flatMap(claim -> schedules
                            .find(due.tenant(), due.schedule())
                            .map(schedule -> start(order(claim, schedule))));
            if (started.isEmpty()) {
                places.release();
            }
            return started.map(run -> run.whenComplete((_, _) -> places.release()));
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private OneRun.Order order(Claim claim, ImportSchedule schedule) {
        var caller = owners.now(claim.tenant(), schedule.owner());
        return new OneRun.Order(claim, schedule, caller, schedule.authority().orElseThrow(), false);
    }

    /** What a person asked for, on that person's behalf; the claim is the caller's. */
    CompletableFuture<Ended> start(Claim claim, ImportSchedule schedule, Caller caller, ReceiptId because) {
        return start(new OneRun.Order(claim, schedule, caller, because, true));
    }

    private CompletableFuture<Ended> start(OneRun.Order order) {
        try {
            return jobs.start("import-schedule", () -> settled(order));
        } catch (RejectedExecutionException e) {
            end(order, Ended.failed("stopping", "The portal was stopping; the next run begins anew."), clock.instant());
            throw e;
        }
    }

    private Ended settled(OneRun.Order order) {
        var ended = attempted(order);
        end(order, ended, next(order));
        return ended;
    }

    private Ended attempted(OneRun.Order order) {
        try {
            return oneRun.run(order);
        } catch (RuntimeException e) {
            LOG.error(
                    "A run of the import schedule {} ended with a bug",
                    order.schedule().id(),
                    e);
            return Ended.failed(
                    "internal-error",
                    "Something broke while the portal did this. Nothing of it was committed unless the import says so.");
        }
    }

    /** A whole interval after the run was due, or after now where that is over: what was missed is not made up for. */
    private Instant next(OneRun.Order order) {
        var now = clock.instant();
        var due = order.byHand() ? now : order.schedule().nextRunAt();
        var next = due.plus(order.schedule().every());
        return next.isAfter(now) ? next : now.plus(order.schedule().every());
    }

    private void end(OneRun.Order order, Ended ended, Instant next) {
        runs.end(order.claim(), ended, clock.instant(), next).ifPresent(failures -> {
            if (ended.outcome() == RunOutcome.FAILED) {
                LOG.warn(
                        "A run of the import schedule {} failed: {}",
                        order.schedule().id(),
                        ended.code());
            }
            pauses(ended, failures).ifPresent(because -> pause(order, ended, because));
        });
    }

    private static Optional<String> pauses(Ended ended, int failures) {
        if (ended.outcome() == RunOutcome.REFUSED) {
            return Optional.of("Whoever set it may no longer do this import. Somebody who may can let it run again.");
        }
        return failures < ImportSchedule.MOST_FAILURES
                ? Optional.empty()
                : Optional.of(
                        "It failed " + failures + " times in a row. Do what the last run says, then let it run again.");
    }

    private void pause(OneRun.Order order, Ended ended, String because) {
        var schedule = order.schedule();
        var tenant = order.claim().tenant();
        transaction.executeWithoutResult(_ -> {
            schedules.pause(tenant, schedule.id(), because);
            receipts.append(new ReceiptDraft(
                    tenant,
                    Actor.system("import-schedule"),
                    ScheduleActions.SCHEDULE,
                    Outcome.FAILED,
                    Optional.empty(),
                    correlations.current(),
                    ended.receipt().or(schedule::authority),
                    Optional.of("schedule"),
                    List.of(),
                    List.of(Subject.atVersion(
                            "import-schedule",
                            schedule.id().value(),
                            order.claim().run())),
                    Map.of("operation", "pause", "code", ended.code()),
                    Map.of()));
        });
    }
}
