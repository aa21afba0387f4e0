package io.switchboard.control.receipts.ui;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.platform.components.StateTag;

/** An outcome as a tag. */
final class OutcomeTag {

    private OutcomeTag() {}

    static StateTag of(Outcome outcome) {
        return new StateTag(tone(outcome), outcome.wire());
    }

    private static StateTag.Tone tone(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> StateTag.Tone.SUCCESS;
            case DENIED -> StateTag.Tone.DANGER;
            case FAILED -> StateTag.Tone.WARNING;
            case SIMULATED -> StateTag.Tone.INFO;
        };
    }
}
