package io.switchboard.control.receipts.fsck;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.proofs.PublishedLog;
import io.switchboard.control.receipts.proofs.PublishedLogs;
import io.switchboard.control.receipts.storage.LogStore;
import io.switchboard.kernel.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The log's fsck: on demand, and for every log once a day. It changes nothing but the record of what it found. */
@Service
public class LogCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LogCheck.class);
    private static final Duration EVERY = Duration.ofDays(1);

    private final PublishedLogs logs;
    private final RowsCheck rows;
    private final LogStore store;
    private final LogChecks checks;
    private final Clock clock;

    LogCheck(PublishedLogs logs, RowsCheck rows, LogStore store, LogChecks checks, Clock clock) {
        this.logs = logs;
        this.rows = rows;
        this.store = store;
        this.checks = checks;
        this.clock = clock;
    }

    /** Empty for a tenant that has no log yet. */
    public Optional<CheckedLog> check(TenantId tenant) {
        return logs.of(tenant).map(this::check);
    }

    public Optional<CheckedLog> latest(TenantId tenant) {
        return checks.latest(tenant);
    }

    /** Every log whose last check is older than a day. */
    void work() {
        checks.uncheckedSince(clock.instant().minus(EVERY)).forEach(this::check);
    }

    private CheckedLog check(PublishedLog log) {
        var checked = found(log);
        checks.add(log.tenant(), checked);
        checked.difference().ifPresent(what -> LOG.error("The log {} is not as it was signed: {}", log.log(), what));
        return checked;
    }

    private CheckedLog found(PublishedLog log) {
        var now = clock.instant();
        try {
            var files = new FilesCheck(store, log.log(), log.size());
            int checkpoints = rows.check(log.tenant(), log.size(), files);
            files.finish();
            requirePublished(log);
            return new CheckedLog(now, log.size(), checkpoints, Optional.empty());
        } catch (Difference e) {
            return new CheckedLog(now, log.size(), 0, Optional.of(e.what()));
        }
    }

    /** What the world is shown is a checkpoint that the rows have been compared with. */
    private void requirePublished(PublishedLog log) throws Difference {
        var shown = checkpoint(log);
        boolean known = shown.filter(checkpoint -> checks.wasSigned(log.tenant(), checkpoint))
                .isPresent();
        if (log.size() > 0 && (!known || shown.orElseThrow().size() < log.size())) {
            throw new Difference("The file checkpoint shows "
                    + shown.map(checkpoint -> "size " + checkpoint.size() + " and root " + checkpoint.root())
                            .orElse("no checkpoint")
                    + ", which is not what was published for size " + log.size() + ".");
        }
    }

    private Optional<Checkpoint> checkpoint(PublishedLog log) throws Difference {
        try {
            return store.read(log.log().value() + "/checkpoint")
                    .flatMap(bytes -> Checkpoint.ofNote(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Difference("The file checkpoint could not be read: " + e.getMessage());
        }
    }
}
