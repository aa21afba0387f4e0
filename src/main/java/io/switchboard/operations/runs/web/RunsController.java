package io.switchboard.operations.runs.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.runs.Answer;
import io.switchboard.operations.runs.Run;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.operations.runs.RunFilter;
import io.switchboard.operations.runs.RunId;
import io.switchboard.operations.runs.RunState;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue, and the caller's tenant's runs: start, look, answer, cancel, roll back. Another tenant's run is 404 like one that never was. */
@RestController
class RunsController {

    private final RunDesk desk;

    RunsController(RunDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/commands")
    RunJson.Catalogue commands(Caller caller) {
        return new RunJson.Catalogue(desk.commands().stream()
                .filter(command -> command.isOffered(caller))
                .map(RunJson.Catalogue.Item::of)
                .toList());
    }

    @GetMapping("/api/runs")
    RunJson.Page list(
            Caller caller,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> of,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var filter = new RunFilter(state.map(word -> RunState.parse(word).orElseThrow(() -> bad("state"))), of);
        return RunJson.Page.of(
                desk.list(caller, filter, cursor.map(text -> id(text).orElseThrow(() -> bad("cursor"))), limit));
    }

    @GetMapping("/api/runs/{id}")
    RunJson.Detail find(Caller caller, @PathVariable String id) {
        return RunJson.Detail.of(run(caller, id));
    }

    private Run run(Caller caller, String id) {
        return id(id).flatMap(valid -> desk.find(caller, valid)).orElseThrow(RunsController::notFound);
    }

    /** 202 with the run's place: it goes on in the background. */
    @PostMapping("/api/runs")
    ResponseEntity<?> start(Caller caller, @RequestBody RunJson.Start wanted) {
        var inputs = Optional.ofNullable(wanted.inputs()).orElse(Map.of());
        if (wanted.command() != null) {
            return answer(desk.startCommand(caller, wanted.command(), inputs), HttpStatus.ACCEPTED);
        }
        return Optional.ofNullable(wanted.runbook())
                .flatMap(name -> desk.startRunbook(caller, name, inputs))
                .<ResponseEntity<?>>map(ended -> answer(ended, HttpStatus.ACCEPTED))
                .orElseThrow(() -> Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown-runbook",
                        "Name a runbook of /api/runbooks by its id or key, or a command of /api/commands."));
    }

    @PostMapping("/api/runs/{id}/steps/{number}/answer")
    ResponseEntity<?> say(
            Caller caller,
            @PathVariable String id,
            @PathVariable int number,
            @RequestBody(required = false) RunJson.@Nullable Word word) {
        var run = run(caller, id);
        var answer = Optional.ofNullable(word)
                .flatMap(body -> Optional.ofNullable(body.answer()))
                .flatMap(Answer::parse)
                .orElseThrow(
                        () -> Problems.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "bad-answer",
                                "The answer is done, failed or again. Send it with a note: {\"answer\": \"done\", \"note\": \"…\"}."));
        var note = Optional.ofNullable(word)
                .flatMap(body -> Optional.ofNullable(body.note()))
                .orElse("");
        return desk.answer(caller, run.id(), number, answer, note)
                .<ResponseEntity<?>>map(ended -> answer(ended, HttpStatus.OK))
                .orElseThrow(RunsController::notFound);
    }

    @PostMapping("/api/runs/{id}/cancel")
    ResponseEntity<?> cancel(Caller caller, @PathVariable String id) {
        return on(id, known -> desk.cancel(caller, known));
    }

    @PostMapping("/api/runs/{id}/roll-back")
    ResponseEntity<?> rollBack(Caller caller, @PathVariable String id) {
        return on(id, known -> desk.rollBack(caller, known));
    }

    private static ResponseEntity<?> on(String id, Function<RunId, Optional<Enforced<Run>>> action) {
        return id(id).flatMap(action)
                .<ResponseEntity<?>>map(ended -> answer(ended, HttpStatus.OK))
                .orElseThrow(RunsController::notFound);
    }

    private static ResponseEntity<?> answer(Enforced<Run> ended, HttpStatus done) {
        return switch (ended) {
            case Enforced.Done<Run> run ->
                ResponseEntity.status(done)
                        .location(URI.create("/api/runs/" + run.value().id()))
                        .body(RunJson.Detail.of(run.value()));
            case Enforced.Refused<Run> refused -> throw Problems.of(refused);
            case Enforced.Failed<Run> failed ->
                throw Problems.of(
                        failed,
                        failed.failure().code().startsWith("not-")
                                ? HttpStatus.CONFLICT
                                : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Optional<RunId> id(String text) {
        return Optional.of(text).filter(RunId::isValid).map(RunId::new);
    }

    private static ErrorResponseException bad(String name) {
        return Problems.of(
                HttpStatus.BAD_REQUEST,
                "bad-" + name,
                "The parameter " + name + " has a value that is not known. Leave it out to list everything.");
    }

    private static ErrorResponseException notFound() {
        return Problems.of(
                HttpStatus.NOT_FOUND, "not-found", "There is no such run. Check the id, or list runs at /api/runs.");
    }
}
