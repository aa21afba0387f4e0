package io.switchboard.operations.incidents.ui;

import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Severity;
import io.switchboard.platform.components.StateTag;
import java.time.Duration;

/** States and severities as a person sees them. */
final class IncidentWords {

    private IncidentWords() {}

    static StateTag status(IncidentStatus status) {
        return new StateTag(
                switch (status) {
                    case NEW -> StateTag.Tone.WARNING;
                    case ACTIVE -> StateTag.Tone.INFO;
                    case WAITING, CANCELLED -> StateTag.Tone.NEUTRAL;
                    case MITIGATED, RESOLVED, CLOSED -> StateTag.Tone.SUCCESS;
                },
                status.wire());
    }

    /** To the minute, and to the second below one. */
    static String took(Duration took) {
        if (took.toMinutes() == 0) {
            return took.toSeconds() + " s";
        }
        if (took.toHours() == 0) {
            return took.toMinutes() + " min";
        }
        return took.toHours() < 48
                ? took.toHours() + " h " + took.toMinutesPart() + " min"
                : took.toDays() + " days " + took.toHoursPart() + " h";
    }

    static StateTag severity(Severity severity) {
        return new StateTag(
                switch (severity) {
                    case CRITICAL, HIGH -> StateTag.Tone.DANGER;
                    case MODERATE -> StateTag.Tone.WARNING;
                    case LOW, INFORMATIONAL -> StateTag.Tone.NEUTRAL;
                },
                severity.level() + " " + severity.word());
    }
}
