package io.switchboard.platform.web;

import io.switchboard.platform.observability.Correlations;
import io.switchboard.platform.observability.LogContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The faults of controllers as problems: Spring's own (wrong method, type, parameter, size) by its rules, the database's absence as 503, and a bug as
 * 500 that says nothing of the inside, but names the correlation to look for and the receipt that was left.
 */
@RestControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Correlations correlations;

    ApiErrors(Correlations correlations) {
        this.correlations = correlations;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> bug(Exception fault, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!ApiPaths.contains(request)) {
            throw fault;
        }
        var answer = problem(fault, request);
        if (!ApiPaths.isScim(request)) {
            return answer;
        }
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        Problems.write(request, response, Objects.requireNonNull(answer.getBody()));
        return null;
    }

    private ResponseEntity<ProblemDetail> problem(Exception fault, HttpServletRequest request) {
        return DatabaseAway.isWhy(fault) ? away(fault, request) : internalError(fault, request);
    }

    private static ResponseEntity<ProblemDetail> away(Exception fault, HttpServletRequest request) {
        LOG.warn(
                "{} {} could not be done without the database: {}",
                request.getMethod(),
                request.getRequestURI(),
                fault.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(DatabaseAway.problem());
    }

    private ResponseEntity<ProblemDetail> internalError(Exception fault, HttpServletRequest request) {
        var correlation = correlations.current().value();
        LOG.error("{} {} ended with a bug", request.getMethod(), request.getRequestURI(), fault);
        var problem = Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong here, and it was not your request. Try again; if it stays, tell whoever runs the portal"
                        + " the correlation id.");
        problem.setProperty("correlationId", correlation);
        LogContext.newestReceipt().ifPresent(receipt -> problem.setProperty("receiptId", receipt.value()));
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
