package io.switchboard.operations.incidents.web;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.incidents.IncidentDesk;
import io.switchboard.operations.incidents.IncidentFilter;
import io.switchboard.operations.incidents.IncidentId;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Severity;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's tenant's incidents, latest first. Another tenant's incident is 404 like one that never was. */
@RestController
@RequestMapping("/api/incidents")
class IncidentsController {

    private final IncidentDesk desk;

    IncidentsController(IncidentDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    IncidentJson.Page list(
            Caller caller,
            @RequestParam Optional<String> status,
            @RequestParam Optional<String> severity,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var filter = new IncidentFilter(
                parsed("status", status, IncidentStatus::parse), parsed("severity", severity, Severity::parse), q);
        var after = parsed(
                "cursor",
                cursor,
                text -> Optional.of(text).filter(IncidentId::isValid).map(IncidentId::new));
        return IncidentJson.Page.of(desk.list(caller, filter, after, limit));
    }

    @GetMapping("/{id}")
    IncidentJson.Detail find(Caller caller, @PathVariable String id) {
        return Optional.of(id)
                .filter(IncidentId::isValid)
                .flatMap(valid -> desk.find(caller, new IncidentId(valid)))
                .map(IncidentJson.Detail::of)
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        "There is no such incident. Check the id, or list incidents at /api/incidents."));
    }

    private static <T> Optional<T> parsed(String name, Optional<String> given, Function<String, Optional<T>> parser) {
        return given.map(text -> parser.apply(text)
                .orElseThrow(() -> problem(
                        HttpStatus.BAD_REQUEST,
                        "The parameter " + name + " has a value that is not known. Leave it out to list everything.")));
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
