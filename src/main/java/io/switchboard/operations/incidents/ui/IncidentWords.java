package io.switchboard.operations.incidents.ui;

import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Severity;
import io.switchboard.platform.components.StateTag;

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
