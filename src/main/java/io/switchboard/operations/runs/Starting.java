package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.runbooks.Runbook;
import io.switchboard.operations.runbooks.RunbookDesk;
import io.switchboard.operations.runbooks.RunbookId;
import io.switchboard.operations.runbooks.RunbookVersion;
import io.switchboard.operations.runbooks.dialect.RunbookSteps;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins runs: checks the inputs and keeps what is run, so that nothing that changes later changes the run. */
@Component
class Starting {

    private final EnforcementPoint enforcement;
    private final RunbookDesk runbooks;
    private final Commands commands;
    private final Runs runs;
    private final Clock clock;

    Starting(EnforcementPoint enforcement, RunbookDesk runbooks, Commands commands, Runs runs, Clock clock) {
        this.enforcement = enforcement;
        this.runbooks = runbooks;
        this.commands = commands;
        this.runs = runs;
        this.clock = clock;
    }

    /** {@code name} is the portal's id of a runbook or its author's. */
    Optional<Enforced<Run>> runbook(Caller caller, String name, Map<String, String> inputs) {
        return (RunbookId.isValid(name) ? runbooks.find(caller, new RunbookId(name)) : Optional.<Runbook>empty())
                .or(() -> runbooks.findByKey(caller, name))
                .map(runbook -> runbook(
                        caller, runbook, runbooks.versions(caller, runbook.id()).getFirst(), inputs));
    }

    private Enforced<Run> runbook(Caller caller, Runbook runbook, RunbookVersion version, Map<String, String> inputs) {
        var definition = RunbookText.read(version.definition());
        return started(
                caller,
                new Run.Origin(runbook.key(), version.version()),
                version.title(),
                version.definition(),
                inputs,
                RunInputs.problems(definition, inputs));
    }

    Enforced<Run> command(Caller caller, String id, Map<String, String> inputs) {
        var command = commands.find(id);
        var problems = command.map(known -> Commands.problems(known, inputs))
                .orElseGet(() -> List.of("There is no command " + id + ". The catalogue lists those that there are."));
        return started(
                caller,
                new Run.Origin(id, 0),
                command.map(Command::title).orElse(id),
                RunbookText.canonical(definition(id, command.map(Command::title).orElse(id), inputs)),
                Map.of(),
                problems);
    }

    private static Map<String, @Nullable Object> definition(String id, String title, Map<String, String> inputs) {
        Map<String, @Nullable Object> definition = new TreeMap<>();
        definition.put("runbook", 1L);
        definition.put("id", id);
        definition.put("title", title);
        definition.put(
                "steps",
                List.of(Map.of(
                        "id",
                        "command",
                        "type",
                        "command",
                        "title",
                        title,
                        "with",
                        Map.of("shell", RunbookSteps.CATALOGUE, "run", id, "options", new TreeMap<>(inputs)))));
        return definition;
    }

    private Enforced<Run> started(
            Caller caller,
            Run.Origin origin,
            String title,
            String definition,
            Map<String, String> inputs,
            List<String> problems) {
        var id = RunId.random();
        return enforcement.perform(RunActions.start(caller, id), () -> {
            if (!problems.isEmpty()) {
                throw new ChangeFailure("bad-inputs", String.join(" ", problems));
            }
            var run = new Run(
                    caller.tenant(),
                    id,
                    origin,
                    title,
                    definition,
                    inputs,
                    RunState.RUNNING,
                    false,
                    caller,
                    Optional.empty(),
                    clock.instant(),
                    Optional.empty(),
                    List.of());
            runs.insert(run);
            return Effect.of(run, RunActions.subject(run))
                    .withFacts(Map.of(
                            "version",
                            (long) origin.version(),
                            "definition",
                            Sha256.of(definition).hex()))
                    .withDisclosures(Map.of("origin", origin.key()));
        });
    }
}
