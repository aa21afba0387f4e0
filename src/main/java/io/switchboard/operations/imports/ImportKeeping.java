package io.switchboard.operations.imports;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Deletes chunks of uploads that broke off a day ago: no import knows them, so no retention does. */
@Component
class ImportKeeping {

    private static final Duration BROKEN_UPLOAD = Duration.ofDays(1);

    private final StoredFiles files;
    private final Clock clock;

    ImportKeeping(StoredFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    void clear() {
        files.deleteBroken(clock.instant().minus(BROKEN_UPLOAD));
    }
}
