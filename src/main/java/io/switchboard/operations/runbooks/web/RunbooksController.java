package io.switchboard.operations.runbooks.web;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.runbooks.Runbook;
import io.switchboard.operations.runbooks.RunbookDesk;
import io.switchboard.operations.runbooks.RunbookFilter;
import io.switchboard.operations.runbooks.RunbookId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's tenant's runbooks, by title. Another tenant's runbook is 404 like one that never was. */
@RestController
@RequestMapping("/api/runbooks")
class RunbooksController {

    private final RunbookDesk desk;

    RunbooksController(RunbookDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    RunbookJson.Page list(
            Caller caller,
            @RequestParam Optional<String> dialect,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return RunbookJson.Page.of(desk.list(caller, new RunbookFilter(dialect, q), cursor.map(this::last), limit));
    }

    @GetMapping("/{id}")
    RunbookJson.Detail find(Caller caller, @PathVariable String id) {
        var runbook = known(caller, id);
        return RunbookJson.Detail.of(
                runbook, desk.versions(caller, runbook.id()).getFirst());
    }

    /** Newest first. */
    @GetMapping("/{id}/versions")
    List<RunbookJson.Version> versions(Caller caller, @PathVariable String id) {
        return desk.versions(caller, known(caller, id).id()).stream()
                .map(RunbookJson.Version::of)
                .toList();
    }

    private Runbook known(Caller caller, String id) {
        return Optional.of(id)
                .filter(RunbookId::isValid)
                .flatMap(valid -> desk.find(caller, new RunbookId(valid)))
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        "There is no such runbook. Check the id, or list runbooks at /api/runbooks."));
    }

    private RunbookId last(String cursor) {
        if (!RunbookId.isValid(cursor)) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "The parameter cursor is not the id of a runbook. Use next of the page before, or leave it out.");
        }
        return new RunbookId(cursor);
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
