package io.switchboard.control.receipts.proofs;

import io.switchboard.kernel.LogId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * The files of public logs, for whoever asks. Only names that C2SP {@code tlog-tiles} gives are looked for, and the database is asked only whether the log is
 * public, at most every few seconds.
 */
@Service
public class LogFiles {

    private static final Pattern TILE = Pattern.compile(
            "tile/(?:entries|[0-7])/(?:x[0-9]{3}/){0,5}[0-9]{3}(?:\\.p/(?:[1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");
    private static final String CHECKPOINT = "checkpoint";
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final PublishedLogs logs;
    private final LogReader reader;
    private final Clock clock;
    private final Map<LogId, Known> known = new ConcurrentHashMap<>();

    LogFiles(PublishedLogs logs, LogReader reader, Clock clock) {
        this.logs = logs;
        this.reader = reader;
        this.clock = clock;
    }

    private record Known(Optional<PublishedLog> log, Instant until) {}

    /** Empty where there is no such file, no such log, or the log is private: nobody can tell which. */
    public Optional<LogFile> read(String log, String path) {
        boolean checkpoint = path.equals(CHECKPOINT);
        if (!LogId.isValid(log) || !checkpoint && !TILE.matcher(path).matches()) {
            return Optional.empty();
        }
        return known(new LogId(log))
                .filter(PublishedLog::isPublic)
                .flatMap(found -> reader.read(found, path))
                .map(content -> new LogFile(content, !checkpoint));
    }

    private Optional<PublishedLog> known(LogId log) {
        var now = clock.instant();
        var remembered = known.get(log);
        if (remembered == null || remembered.until().isBefore(now)) {
            remembered = new Known(logs.of(log), now.plus(REMEMBERED));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(log, remembered);
        }
        return remembered.log();
    }
}
