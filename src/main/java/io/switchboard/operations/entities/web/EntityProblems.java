package io.switchboard.operations.entities.web;

import io.switchboard.operations.entities.Unreadable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the API of entities answers where it does not do what was asked: RFC 9457 problems with a stable {@code code}. */
@RestControllerAdvice(basePackageClasses = EntityProblems.class)
class EntityProblems {

    @ExceptionHandler
    ProblemDetail unreadable(Unreadable e) {
        var reason = e.decision().reasons().stream().findFirst();
        return problem(
                        HttpStatus.FORBIDDEN,
                        reason.map(it -> it.code()).orElse("denied"),
                        reason.map(it -> it.why() + " " + it.help()).orElse("Policy does not allow it."))
                .getBody();
    }

    static ErrorResponseException notFound() {
        return problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such entity. Check the id, or list entities at /api/entities.");
    }

    static ErrorResponseException wrongParameter(String name, String form) {
        return problem(HttpStatus.BAD_REQUEST, "bad-parameter", "The parameter " + name + " has to be " + form + ".");
    }

    private static ErrorResponseException problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return new ErrorResponseException(status, problem, null);
    }
}
