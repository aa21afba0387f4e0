package io.switchboard.operations.entities.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What the API of entities answers where it does not do what was asked: RFC 9457 problems with a stable {@code code}. */
final class EntityProblems {

    private EntityProblems() {}

    static ErrorResponseException notFound() {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such entity. Check the id, or list entities at /api/entities.");
    }

    static ErrorResponseException wrongParameter(String name, String form) {
        return Problems.of(
                HttpStatus.BAD_REQUEST, "bad-parameter", "The parameter " + name + " has to be " + form + ".");
    }

    static ErrorResponseException failed(Enforced.Failed<?> failed) {
        return Problems.of(
                failed,
                failed.failure().code().equals("already-linked")
                        ? HttpStatus.CONFLICT
                        : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
