package io.switchboard.operations.drills;

import java.time.Duration;
import java.util.Optional;

/**
 * What a drill measured, as far as it came. {@code rto}: from the beginning of the restore to the end of the check. {@code rpo}: how old the newest receipt in the restored copy was when the backup ended.
 * {@code lost}: receipts committed between the snapshot and that moment.
 */
public record DrillFigures(
        int tables,
        long rows,
        long bytes,
        int logs,
        long entries,
        Optional<Duration> backup,
        Optional<Duration> rto,
        Optional<Duration> rpo,
        Optional<Long> lost) {

    static final DrillFigures NONE =
            new DrillFigures(0, 0, 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
