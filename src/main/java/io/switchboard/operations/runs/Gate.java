package io.switchboard.operations.runs;

import io.switchboard.control.approvals.Approvals;
import io.switchboard.control.approvals.Asked;
import io.switchboard.control.approvals.Question;
import io.switchboard.control.approvals.Tally;
import io.switchboard.control.approvals.Terms;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketId;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a step begin when somebody else has agreed. The ticket is bound to a digest of the run, the step and everything that is filled into it, and is used once. */
@Component
class Gate {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final int LONGEST = 120;

    private final EnforcementPoint enforcement;
    private final Approvals approvals;
    private final PlatformTenant platform;
    private final Clock clock;

    Gate(EnforcementPoint enforcement, Approvals approvals, PlatformTenant platform, Clock clock) {
        this.enforcement = enforcement;
        this.approvals = approvals;
        this.platform = platform;
        this.clock = clock;
    }

    /** What stands against beginning the step; empty where nothing does. */
    Optional<Worked> before(Caller caller, Run run, Step step, RunStep row, Templates templates) {
        return step.object("approval").isEmpty() || row.back()
                ? Optional.empty()
                : Optional.of(asked(caller, run, step, row, templates))
                        .filter(worked -> !(worked instanceof Worked.Ended ended && ended.state() == StepState.DONE));
    }

    /** A step that is nothing but an approval. */
    Worked whole(Caller caller, Run run, Step step, RunStep row, Templates templates) {
        return asked(caller, run, step, row, templates);
    }

    private Worked asked(Caller caller, Run run, Step step, RunStep row, Templates templates) {
        var terms = GateTerms.of(run, step, templates, platform.is(run.tenant()));
        if (terms.isEmpty()) {
            return refused(caller, run, step, GateTerms.WRONG);
        }
        var question = question(run, step, row, templates, terms.get());
        return row.ticket()
                .map(TicketId::new)
                .flatMap(ticket -> approvals.find(run.tenant(), ticket))
                .map(ticket -> stands(caller, run, step, question, ticket))
                .orElseGet(() -> ask(caller, run, step, question));
    }

    private Worked ask(Caller caller, Run run, Step step, Question question) {
        var held = enforcement.<Map<String, String>>perform(RunActions.on(caller, RunActions.STEP, run), () -> {
            throw new ChangeFailure("needs-approval", "The step waits for an approver.", Map.of("step", step.id()));
        });
        return switch (approvals.ask(caller, question, held.receipt().id())) {
            case Asked.Standing(var ticket) -> stands(caller, run, step, question, ticket);
            case Asked.Unasked(var ended) ->
                new Worked.Ended(
                        StepState.FAILED,
                        "The approval could not be asked for: whoever runs this may not.",
                        Map.of(),
                        ended.receipt().id());
        };
    }

    private Worked stands(Caller caller, Run run, Step step, Question question, Ticket ticket) {
        return switch (ticket.state()) {
            case OPEN ->
                new Worked.Waits(
                        "Waits for an approver.",
                        Optional.of(ticket.id().value()),
                        clock.instant().plus(LOOK_AGAIN));
            case APPROVED, USED -> passed(caller, run, step, question, ticket);
            case DENIED -> refused(caller, run, step, "An approver said no.");
            case EXPIRED -> refused(caller, run, step, "Nobody approved it in time, which means no.");
        };
    }

    /** A ticket that is used already was used by this very step, before its node ended. */
    private Worked passed(Caller caller, Run run, Step step, Question question, Ticket ticket) {
        return Worked.of(
                enforcement.perform(RunActions.on(caller, RunActions.STEP, run), () -> {
                    var receipts = approvals
                            .use(run.tenant(), question.digest())
                            .map(approval -> approval.receipts())
                            .orElse(List.of());
                    return StepWork.effect(run, step, StepState.DONE, Map.of())
                            .withFacts(Map.of(
                                    "step", step.id(), "ticket", ticket.id().value()))
                            .approvedBy(receipts);
                }),
                StepState.DONE,
                "Approved.");
    }

    private Worked refused(Caller caller, Run run, Step step, String why) {
        return Worked.of(
                enforcement.perform(RunActions.on(caller, RunActions.STEP, run), () -> {
                    throw new ChangeFailure("not-approved", why, Map.of("step", step.id()));
                }),
                StepState.FAILED,
                why);
    }

    private static Question question(Run run, Step step, RunStep row, Templates templates, Terms terms) {
        Map<String, @Nullable Object> bound = new TreeMap<>();
        bound.put("run", run.id().value());
        bound.put("step", step.id());
        bound.put("attempt", (long) row.attempt());
        bound.put("with", templates.fill(String.valueOf(new TreeMap<>(step.object("with")))));
        bound.put("by", terms.by().map(Role::wire).orElse("approver"));
        bound.put("quorum", (long) terms.quorum());
        return new Question(
                        RunActions.STEP,
                        Sha256.of(RunbookText.canonical(bound)),
                        "The step “" + brief(step.text("title").orElse(step.id())) + "” of the run of “"
                                + brief(run.title()) + "” waits for a yes.",
                        List.of(new Tally(
                                "stepNumber", "steps done before", run.steps().size() - 1L)))
                .on(terms);
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
}
