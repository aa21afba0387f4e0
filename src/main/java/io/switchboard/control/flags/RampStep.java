package io.switchboard.control.flags;

/** For whom the flag is on from this step on, a share or a cohort besides those before, and what is waited for then. */
public record RampStep(Target target, Hold hold) {

    Rule rule() {
        return new Rule(target, true);
    }

    String code() {
        return target.code() + "," + hold.code();
    }
}
