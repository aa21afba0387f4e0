package io.switchboard.operations.entities.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What the API of entities answers where it does not do what was asked: RFC 9457 problems with a stable {@code code}. */
final class EntityProblems {

    private EntityProblems() {}

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
