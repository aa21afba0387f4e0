package io.switchboard.control.flags.ui;

import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.Hold;
import io.switchboard.control.flags.Judgement;
import io.switchboard.control.flags.Ramp;
import io.switchboard.control.flags.RampState;
import io.switchboard.control.flags.RampStep;
import io.switchboard.control.flags.Rule;
import io.switchboard.control.flags.Target;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/** How ramps, their steps and guardrails are said. */
final class RampWords {

    private RampWords() {}

    static StateTag state(Ramp ramp) {
        return new StateTag(
                switch (ramp.state()) {
                    case SCHEDULED -> Tone.NEUTRAL;
                    case RUNNING -> Tone.INFO;
                    case HELD, PAUSED -> Tone.WARNING;
                    case DONE -> Tone.SUCCESS;
                    case ROLLED_BACK -> Tone.DANGER;
                },
                ramp.state().words());
    }

    /** The share that the flag is on for by its percentage. */
    static int percent(Flag flag) {
        return flag.on()
                ? flag.rules().stream()
                        .filter(Rule::serve)
                        .mapToInt(rule -> rule.target() instanceof Target.Share(int percent) ? percent : 0)
                        .max()
                        .orElse(0)
                : 0;
    }

    static String target(Target target) {
        return switch (target) {
            case Target.Share(int percent) -> percent + " % of tenants";
            case Target.InCohort(var cohort) -> "the cohort " + cohort;
            case Target.OneTenant(var tenant) -> "the tenant " + tenant;
        };
    }

    static String hold(RampStep step) {
        return switch (step.hold()) {
            case Hold.For(var time) -> "held for " + span(time);
            case Hold.Approval _ -> "held until somebody else approves";
            case Hold.Sample(long actions) ->
                "held for " + NumberFormat.getIntegerInstance(Locale.ENGLISH).format(actions) + " governed actions";
        };
    }

    static String span(Duration time) {
        if (time.toMinutes() % 60 != 0 || time.toMinutes() < 60) {
            return time.toMinutes() + " min";
        }
        return time.toHours() % 24 == 0 && time.toDays() > 1 ? time.toDays() + " days" : time.toHours() + " h";
    }

    static StateTag step(Ramp ramp, int step) {
        if (ramp.state() == RampState.ROLLED_BACK) {
            return new StateTag(Tone.NEUTRAL, "taken back");
        }
        if (ramp.state() == RampState.DONE || step < ramp.step()) {
            return new StateTag(Tone.SUCCESS, "done");
        }
        return step == ramp.step() ? new StateTag(Tone.INFO, "now") : new StateTag(Tone.NEUTRAL, "to come");
    }

    static StateTag verdict(Judgement judgement) {
        return switch (judgement.verdict()) {
            case FINE -> new StateTag(Tone.SUCCESS, "within its bound");
            case WORSE -> new StateTag(Tone.WARNING, "worse than before");
            case NO_DATA -> new StateTag(Tone.WARNING, "no data");
            case BREACHED -> new StateTag(Tone.DANGER, "above its bound");
        };
    }

    static String figure(double figure) {
        var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(2);
        return format.format(figure);
    }
}
