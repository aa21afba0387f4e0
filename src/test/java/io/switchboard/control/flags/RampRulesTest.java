package io.switchboard.control.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RampRulesTest {

    private static final Hold HOUR = new Hold.For(Duration.ofHours(1));
    private static final Target.InCohort PILOT = new Target.InCohort(new CohortKey("pilot"));
    private static final Rule NOT_ACME = new Rule(new Target.OneTenant(TenantId.random()), false);
    private static final Rule OTHERS = new Rule(new Target.InCohort(new CohortKey("others")), true);

    @Test
    void eachStepSetsItsShareAndKeepsTheCohortsOfThoseBefore() {
        var ramp = ramp(List.of(NOT_ACME), step(PILOT), step(new Target.Share(25)), step(new Target.Share(100)));
        var first = RampRules.at(ramp, 0, List.of(NOT_ACME));
        assertThat(first).containsExactly(NOT_ACME, new Rule(PILOT, true));
        var second = RampRules.at(ramp, 1, first);
        assertThat(second).containsExactly(NOT_ACME, new Rule(PILOT, true), share(25));
        assertThat(RampRules.at(ramp, 2, second)).containsExactly(NOT_ACME, new Rule(PILOT, true), share(100));
        assertThat(RampRules.at(ramp, 0, second)).as("moved back").isEqualTo(first);
    }

    @Test
    void aRollbackBringsBackWhatTheRampSetAndLeavesWhatWasChangedBeside() {
        var ramp = ramp(List.of(share(5)), step(PILOT), step(new Target.Share(50)));
        var now = RampRules.at(ramp, 1, List.of(share(5)));
        assertThat(now).containsExactly(new Rule(PILOT, true), share(50));
        var beside = List.of(OTHERS, now.get(0), now.get(1), NOT_ACME);
        assertThat(RampRules.at(ramp, -1, beside)).containsExactly(OTHERS, share(5), NOT_ACME);
    }

    @Test
    void knowsWhichChangeByHandTouchesIt() {
        var ramp = ramp(List.of(), step(PILOT), step(new Target.Share(50)));
        var now = RampRules.at(ramp, 1, List.of(OTHERS));
        assertThat(RampRules.touches(ramp, now, List.of(now.get(1), now.get(2), NOT_ACME)))
                .isFalse();
        assertThat(RampRules.touches(ramp, now, List.of(OTHERS, share(50)))).isTrue();
        assertThat(RampRules.touches(ramp, now, List.of(OTHERS, now.get(1), share(60))))
                .isTrue();
    }

    private static Rule share(int percent) {
        return new Rule(new Target.Share(percent), true);
    }

    private static RampStep step(Target target) {
        return new RampStep(target, HOUR);
    }

    private static Ramp ramp(List<Rule> before, RampStep... steps) {
        var planned = new RampEvent(
                0,
                RampEvent.Kind.PLANNED,
                -1,
                "",
                "",
                Optional.empty(),
                Instant.EPOCH,
                Actor.system("test"),
                Instant.EPOCH,
                Optional.empty());
        var plan = new RampPlan(List.of(steps), Optional.empty(), Optional.empty());
        return new Ramp(new FlagKey("new-diff"), 1, plan, Instant.EPOCH, before, List.of(planned));
    }
}
