package io.switchboard.operations.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.approvals.TestApprovals;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementKit;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.runbooks.dialect.RunbookSteps;
import io.switchboard.operations.runbooks.dialect.StepType;
import io.switchboard.platform.identity.TestMembers;
import io.switchboard.platform.scheduling.BackgroundJobs;
import io.switchboard.platform.signing.SteppedClock;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.TestTenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A command of the catalogue that takes longer than its step gives it. */
class CommandInTimeTest {

    private static final SteppedClock CLOCK = new SteppedClock(Instant.parse("2026-05-04T10:00:00Z"));
    private static final EnforcementKit KIT = EnforcementKit.at(CLOCK, "approvals", "runs");
    private static final TenantId ACME = KIT.tenant("acme").id();

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void hasFailedWhereDoingItTwiceIsAsDoingItOnce() throws InterruptedException {
        assertThat(worked(true)).isInstanceOfSatisfying(Worked.Ended.class, failed -> {
            assertThat(failed.state()).isEqualTo(StepState.FAILED);
            assertThat(failed.says()).isEqualTo("The step was not over after 50ms, its timeout.");
            assertThat(KIT.query().detail(ACME, failed.receipt()).orElseThrow().payload())
                    .asString()
                    .contains("failure=timeout", "step=slow");
        });
        goesOnByItself();
    }

    @Test
    void isAskedAboutWhereNobodyKnowsWhatItDoesByThen() throws InterruptedException {
        assertThat(worked(false)).isEqualTo(new Worked.Asks(InTime.UNKNOWN));
        goesOnByItself();
    }

    /** No thread can be stopped from outside, so what it does by then is done. */
    private void goesOnByItself() throws InterruptedException {
        release.countDown();
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private Worked worked(boolean idempotent) {
        var run = new Run(
                ACME,
                RunId.random(),
                new Run.Origin("test.slow", 0),
                "Slow",
                "{}",
                Map.of(),
                RunState.RUNNING,
                false,
                new Caller(ACME, Actor.service("acme-automation"), Set.of(Role.OPERATOR)),
                Optional.empty(),
                CLOCK.instant(),
                Optional.empty(),
                List.of());
        var step = new RunbookSteps.Step(
                0,
                "slow",
                StepType.COMMAND,
                Map.of("timeout", "50ms", "with", Map.of("shell", RunbookSteps.CATALOGUE, "run", "test.slow")));
        var row = RunStep.started(1, "slow", 1, false, CLOCK.instant());
        return work(idempotent).on(run, step, row, Templates.of(run, Map.of()));
    }

    private StepWork work(boolean idempotent) {
        return new StepWork(
                KIT.enforcement(),
                new CommandWork(KIT.enforcement(), KIT.policy(), new Commands(List.of(new Slow(idempotent)))),
                new Gate(
                        KIT.enforcement(),
                        TestApprovals.on(KIT).approvals(),
                        new PlatformTenant(TestTenants.on(KIT.jdbc(), CLOCK)),
                        CLOCK),
                new Starters(TestMembers.on(KIT.jdbc(), CLOCK)),
                new InTime(new BackgroundJobs(KIT.correlations())),
                CLOCK);
    }

    private final class Slow implements Command {

        private final boolean idempotent;

        Slow(boolean idempotent) {
            this.idempotent = idempotent;
        }

        @Override
        public String id() {
            return "test.slow";
        }

        @Override
        public String title() {
            return "Take long";
        }

        @Override
        public String sentence() {
            return "Ends when it is let.";
        }

        @Override
        public String blastRadius() {
            return "None.";
        }

        @Override
        public boolean isIdempotent() {
            return idempotent;
        }

        @Override
        public List<Input> inputs() {
            return List.of();
        }

        @Override
        public Enforced<Map<String, String>> run(Invocation invocation) {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ended.countDown();
            return KIT.enforcement()
                    .perform(
                            GovernedAction.of(
                                    invocation.caller(), RunActions.COMMAND, ResourceRef.of("Command", "test.slow")),
                            () -> Effect.of(Map.of(), Subject.atVersion("Run", "run_x", 1)));
        }
    }
}
