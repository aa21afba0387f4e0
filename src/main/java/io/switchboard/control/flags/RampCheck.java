package io.switchboard.control.flags;

import static io.switchboard.control.flags.FlagChanges.require;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What is wrong with what a person wants of a ramp, each in a sentence. */
@Component
class RampCheck {

    private static final Duration FURTHEST = Duration.ofDays(366);

    private final FlagRows flags;
    private final RampSight sight;
    private final Clock clock;

    RampCheck(FlagRows flags, RampSight sight, Clock clock) {
        this.flags = flags;
        this.sight = sight;
        this.clock = clock;
    }

    void plan(RampPlan plan) {
        require(
                !plan.steps().isEmpty() && plan.steps().size() <= RampPlan.MOST_STEPS,
                "bad-steps",
                "A ramp has 1 to " + RampPlan.MOST_STEPS + " steps.");
        int share = -1;
        for (int i = 0; i < plan.steps().size(); i++) {
            share = step(i + 1, plan.steps().get(i), share);
        }
        plan.guardrail().ifPresent(this::guardrail);
        plan.startsAt()
                .ifPresent(at -> require(
                        !at.isAfter(clock.instant().plus(FURTHEST)),
                        "bad-start",
                        "A ramp starts within a year. Choose an earlier time."));
    }

    /** Answers the share that is reached. */
    private int step(int number, RampStep step, int share) {
        switch (step.hold()) {
            case Hold.For time ->
                require(time.fits(), "bad-hold", "Step " + number + " holds for 1 minute to 60 days. Choose a time.");
            case Hold.Sample sample ->
                require(
                        sample.fits(),
                        "bad-hold",
                        "Step " + number + " waits for 1 to 1,000,000 actions. Choose a number.");
            case Hold.Approval _ -> {}
        }
        return switch (step.target()) {
            case Target.Share(int percent) -> {
                require(
                        percent > share,
                        "bad-share",
                        "Step " + number + " is at " + percent + " %, which is no more than before. Shares grow.");
                yield percent;
            }
            case Target.InCohort(var cohort) -> {
                require(
                        flags.cohort(cohort).isPresent(),
                        "unknown-cohort",
                        "There is no cohort " + cohort + ". Make it first.");
                yield share;
            }
            case Target.OneTenant _ -> {
                require(false, "bad-target", "Step " + number + " is about a share or a cohort, not about one tenant.");
                yield share;
            }
        };
    }

    private void guardrail(Guardrail guardrail) {
        require(
                sight.signal(guardrail.signal()).isPresent(),
                "unknown-signal",
                "There is no signal " + guardrail.signal() + ". Choose one that is offered.");
        require(
                guardrail.bound() >= 0 && guardrail.bound() <= 1_000_000,
                "bad-bound",
                "A bound is a number from 0 to 1,000,000.");
        require(
                guardrail.least() >= 0 && guardrail.least() <= 1_000_000,
                "bad-least",
                "The least sample is a number from 0 to 1,000,000.");
    }

    static void jump(Ramp ramp, int step) {
        require(
                step >= 0 && step < ramp.plan().steps().size(),
                "unknown-step",
                "The ramp has steps 1 to " + ramp.plan().steps().size() + ".");
        for (int i = Math.max(ramp.step(), 0); i < step; i++) {
            require(
                    !(ramp.plan().steps().get(i).hold() instanceof Hold.Approval),
                    "needs-approval",
                    "Step " + (i + 1) + " waits for an approval, which nobody passes over. Let it be approved.");
        }
    }

    static void reason(String reason, boolean needed) {
        require(
                reason.length() <= FlagChanges.LONGEST_REASON && !(needed && reason.isBlank()),
                "no-reason",
                "Say why in 1 to " + FlagChanges.LONGEST_REASON + " characters.");
    }
}
