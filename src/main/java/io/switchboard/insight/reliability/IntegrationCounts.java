package io.switchboard.insight.reliability;

import io.switchboard.control.receipts.LogIntegration;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts entries of a log as they are signed, each once, in the order of the log: how far it came is kept in the same transaction. */
@Component
class IntegrationCounts {

    private static final int CHECKPOINTS = 200;

    private final LogIntegration log;
    private final IndicatorRows rows;
    private final MarkRows marks;
    private final Clock clock;
    private final TransactionTemplate writing;

    IntegrationCounts(
            LogIntegration log,
            IndicatorRows rows,
            MarkRows marks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.rows = rows;
        this.marks = marks;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    void catchUp(TenantId tenant) {
        marks.begin(tenant, clock.instant());
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(writing.execute(_ -> counted(tenant)));
        }
    }

    private boolean counted(TenantId tenant) {
        var signed = log.after(tenant, marks.lock(tenant), Indicator.IN_TIME, CHECKPOINTS);
        Map<Instant, Tally> minutes = new HashMap<>();
        signed.forEach(one -> minutes.merge(
                one.at().truncatedTo(java.time.temporal.ChronoUnit.MINUTES),
                new Tally(one.inTime(), one.entries()),
                Tally::plus));
        minutes.forEach((minute, tally) -> rows.add(tenant, Indicator.RECEIPT_INTEGRATION, minute, tally));
        signed.stream()
                .max(Comparator.comparingLong(LogIntegration.Signed::size))
                .ifPresent(last -> marks.advance(tenant, last.size()));
        return signed.size() == CHECKPOINTS;
    }

    /** Receipts that should be under a checkpoint by now and are not: late for certain, and in no row before they are signed. */
    Tally late(TenantId tenant, Instant now) {
        return new Tally(0, log.waiting(tenant, now.minus(Indicator.IN_TIME)));
    }
}
