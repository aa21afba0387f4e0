package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A tenant's runs for whoever starts them, looks at them and answers them. Looking is authorised and leaves no receipt; all else is governed. */
@Service
public class RunDesk {

    /** What a person adds to an answer has at most so many characters. */
    public static final int LONGEST_NOTE = 500;

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final Starting starting;
    private final Runs runs;
    private final RunTurns turns;
    private final RunSteps steps;
    private final RunJobs jobs;
    private final Commands commands;
    private final StepWork work;
    private final Clock clock;

    private final RunFiles files;

    RunDesk(
            EnforcementPoint enforcement,
            Viewing viewing,
            Starting starting,
            Runs runs,
            RunTurns turns,
            RunSteps steps,
            RunJobs jobs,
            Commands commands,
            StepWork work,
            RunFiles files,
            Clock clock) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.starting = starting;
        this.runs = runs;
        this.turns = turns;
        this.steps = steps;
        this.jobs = jobs;
        this.commands = commands;
        this.work = work;
        this.files = files;
        this.clock = clock;
    }

    /** What a file is called that a step made; empty where it is gone, or where this caller may not have it. */
    public Optional<String> fileName(Caller caller, String id) {
        return files.name(caller, id);
    }

    public Optional<RunFiles.Opened> file(Caller caller, String id) {
        return files.open(caller, id);
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, RunActions.VIEW, RunActions.RESOURCE);
    }

    /** The catalogue is the same for every tenant. */
    public List<Command> commands() {
        return commands.all();
    }

    public RunPage list(Caller caller, RunFilter filter, Optional<RunId> last, int limit) {
        viewing.require(caller, RunActions.VIEW, RunActions.RESOURCE);
        return runs.list(caller.tenant(), filter, last, limit);
    }

    /** Runs that opened or changed an incident, by its number; none for whoever may not look at runs. */
    public List<Run> about(Caller caller, String incident) {
        return againstViewing(caller).isPresent() ? List.of() : runs.about(caller.tenant(), incident);
    }

    public Optional<Run> find(Caller caller, RunId id) {
        viewing.require(caller, RunActions.VIEW, RunActions.RESOURCE);
        return runs.find(caller.tenant(), id);
    }

    /** The present version of a runbook, named by the portal's id or its author's; it goes on in the background. Empty where the tenant has no such runbook. */
    public Optional<Enforced<Run>> startRunbook(Caller caller, String runbook, Map<String, String> inputs) {
        return starting.runbook(caller, runbook, inputs).map(this::goOn);
    }

    /** One command of the catalogue, as a run of one step. */
    public Enforced<Run> startCommand(Caller caller, String command, Map<String, String> inputs) {
        return goOn(starting.command(caller, command, inputs));
    }

    /** A person's word on the step that waits for it. */
    public Optional<Enforced<Run>> answer(Caller caller, RunId id, int step, Answer answer, String note) {
        return runs.find(caller.tenant(), id)
                .map(run -> enforcement.perform(
                        RunActions.on(caller, RunActions.STEP, run), () -> answered(run, step, answer, note.strip())))
                .map(ended -> goOn(proven(ended, step)));
    }

    private Enforced<Run> proven(Enforced<Run> ended, int step) {
        if (ended instanceof Enforced.Done<Run> done) {
            steps.proven(done.value(), step, done.receipt().id());
        }
        return ended;
    }

    private Effect<Run> answered(Run run, int number, Answer answer, String note) {
        if (note.length() > LONGEST_NOTE) {
            throw new ChangeFailure("long-note", "A note has at most " + LONGEST_NOTE + " characters. Shorten it.");
        }
        var step = run.asking().filter(each -> each.number() == number).orElseThrow(RunDesk::notAsking);
        if (!steps.answer(run, step, answer, note, clock.instant())) {
            throw notAsking();
        }
        return Effect.of(run, RunActions.subject(run))
                .withFacts(Map.of("step", step.step(), "answer", answer.wire()))
                .withDisclosures(note.isEmpty() ? Map.of() : Map.of("note", note));
    }

    private static ChangeFailure notAsking() {
        return new ChangeFailure(
                "not-asking", "This step waits for nobody's word any more. Reload the run to see where it stands.");
    }

    public Optional<Enforced<Run>> cancel(Caller caller, RunId id) {
        return runs.find(caller.tenant(), id)
                .map(run -> again(enforcement.perform(RunActions.on(caller, RunActions.CANCEL, run), () -> {
                    if (!turns.end(run, RunState.CANCELLED, clock.instant())) {
                        throw new ChangeFailure(
                                "not-under-way",
                                "The run is " + run.state().wire() + " and cannot be cancelled any more.");
                    }
                    return Effect.of(run, RunActions.subject(run));
                })));
    }

    /** Undoes what was done, last step first. */
    public Optional<Enforced<Run>> rollBack(Caller caller, RunId id) {
        return runs.find(caller.tenant(), id)
                .map(run -> goOn(enforcement.perform(RunActions.on(caller, RunActions.ROLL_BACK, run), () -> {
                    if (!turns.turnBack(run)) {
                        throw new ChangeFailure(
                                "not-ended",
                                "A run is rolled back once, after it has ended. This one is "
                                        + run.state().wire() + ".");
                    }
                    return Effect.of(run, RunActions.subject(run));
                })));
    }

    /** Whether a roll-back would undo anything. */
    public boolean canBeUndone(Run run) {
        var templates = Templates.of(run, RunbookText.read(run.definition()));
        var course = new Course(RunbookText.read(run.definition()));
        return run.steps().stream()
                .filter(step -> step.state() == StepState.DONE && !step.back())
                .anyMatch(step -> work.undo(run, course.step(step.step()), step, templates)
                        .isPresent());
    }

    private Enforced<Run> goOn(Enforced<Run> ended) {
        if (ended instanceof Enforced.Done<Run> done) {
            jobs.advance(done.value().tenant(), done.value().id());
        }
        return again(ended);
    }

    /** As it stands after the change. */
    private Enforced<Run> again(Enforced<Run> ended) {
        return ended.map(run -> runs.find(run.tenant(), run.id()).orElse(run));
    }
}
