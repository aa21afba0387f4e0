package io.switchboard.operations.imports.ui;

import io.switchboard.operations.imports.schedules.ImportSchedule;
import io.switchboard.operations.imports.schedules.OnPlan;
import io.switchboard.operations.imports.schedules.RunOutcome;
import io.switchboard.operations.imports.schedules.ScheduleSource.Access;
import io.switchboard.platform.components.StateTag;
import java.time.Duration;
import java.util.List;

/** What pages say about schedules. */
final class ScheduleWords {

    /** What the form offers; the API takes every interval between the shortest and the longest. */
    static final List<Duration> INTERVALS = List.of(
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(7));

    private ScheduleWords() {}

    static String every(Duration every) {
        if (every.toDays() > 0 && every.equals(Duration.ofDays(every.toDays()))) {
            return Words.number(every.toDays(), "day", "days");
        }
        return every.equals(Duration.ofHours(every.toHours()))
                ? Words.number(every.toHours(), "hour", "hours")
                : Words.number(every.toMinutes(), "minute", "minutes");
    }

    static String onPlan(OnPlan onPlan) {
        return switch (onPlan) {
            case PLAN -> "Leave it for a person to commit";
            case COMMIT -> "Commit it when no row is held, rejected or in conflict";
        };
    }

    static String access(Access access) {
        return switch (access) {
            case NONE -> "None: the address is enough";
            case BEARER -> "Bearer token";
            case S3 -> "S3 access key";
        };
    }

    static StateTag state(ImportSchedule schedule) {
        return schedule.paused()
                ? new StateTag(StateTag.Tone.WARNING, "paused")
                : new StateTag(StateTag.Tone.SUCCESS, "active");
    }

    static StateTag outcome(RunOutcome outcome) {
        return switch (outcome) {
            case RUNNING -> new StateTag(StateTag.Tone.INFO, "under way");
            case PLANNED -> new StateTag(StateTag.Tone.INFO, "planned");
            case COMMITTED -> new StateTag(StateTag.Tone.SUCCESS, "committed");
            case UNCHANGED -> new StateTag(StateTag.Tone.NEUTRAL, "unchanged");
            case WAITING -> new StateTag(StateTag.Tone.WARNING, "needs a person");
            case REFUSED -> new StateTag(StateTag.Tone.DANGER, "refused");
            case FAILED -> new StateTag(StateTag.Tone.DANGER, "failed");
        };
    }
}
