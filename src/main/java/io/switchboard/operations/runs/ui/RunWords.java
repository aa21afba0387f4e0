package io.switchboard.operations.runs.ui;

import com.vaadin.flow.component.html.Span;
import io.switchboard.operations.runs.Run;
import io.switchboard.operations.runs.RunState;
import io.switchboard.operations.runs.StepState;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;

/** How runs and steps are called on screen. */
final class RunWords {

    private RunWords() {}

    static StateTag state(RunState state) {
        return switch (state) {
            case RUNNING -> new StateTag(Tone.INFO, "running");
            case WAITING -> new StateTag(Tone.WARNING, "waiting");
            case DONE -> new StateTag(Tone.SUCCESS, "done");
            case FAILED -> new StateTag(Tone.DANGER, "failed");
            case CANCELLED -> new StateTag(Tone.NEUTRAL, "cancelled");
            case ROLLED_BACK -> new StateTag(Tone.NEUTRAL, "rolled back");
        };
    }

    static StateTag state(StepState state) {
        return switch (state) {
            case STARTED -> new StateTag(Tone.INFO, "under way");
            case WAITING -> new StateTag(Tone.WARNING, "waiting");
            case ASKING -> new StateTag(Tone.WARNING, "asks you");
            case DONE -> new StateTag(Tone.SUCCESS, "done");
            case FAILED -> new StateTag(Tone.DANGER, "failed");
            case SKIPPED -> new StateTag(Tone.NEUTRAL, "skipped");
        };
    }

    static String origin(Run run) {
        return run.origin().isCommand()
                ? "Command " + run.origin().key()
                : "Runbook " + run.origin().key() + ", version " + run.origin().version();
    }

    static Span styled(String style, String text) {
        var span = new Span(text);
        span.addClassName(style);
        return span;
    }

    /** Vaadin marks a required select with an attribute that its button may not have (ARIA 1.2), so the words say it. */
    static String helpForChoice(boolean required, String description) {
        return (required ? "Required. " : "") + description;
    }
}
