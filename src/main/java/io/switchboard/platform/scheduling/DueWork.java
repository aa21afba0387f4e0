package io.switchboard.platform.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.platform.observability.Correlations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs {@link RecurringWork} through db-scheduler: rows in {@code scheduled_tasks}, looked at every second. On shutdown, what runs may end first. */
@Component
final class DueWork implements SmartLifecycle {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Scheduler scheduler;
    private volatile boolean running;

    DueWork(DataSource database, List<RecurringWork> works, Correlations correlations, Clock clock) {
        scheduler = Scheduler.create(database)
                .startTasks(works.stream().map(work -> task(work, correlations)).toList())
                .clock(clock::instant)
                .pollingInterval(POLL)
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(PATIENCE)
                .threads(2)
                .build();
    }

    /** Each run is a piece of work of its own, under a correlation of its own. */
    private static RecurringTask<Void> task(RecurringWork work, Correlations correlations) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.every()))
                .execute((instance, context) -> correlations.run(CorrelationId.random(), work.work()));
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BackgroundJobs.AFTER_THE_WEB_SERVER;
    }
}
