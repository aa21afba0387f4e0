package io.switchboard.operations.entities.web;

import io.switchboard.control.enforcement.Enforced;
import java.util.Map;
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

    static ErrorResponseException refused(Enforced.Refused<?> refused) {
        var reason = refused.decision().reasons().stream().findFirst();
        return problem(
                HttpStatus.FORBIDDEN,
                reason.map(it -> it.code()).orElse("denied"),
                reason.map(it -> it.why() + " " + it.help()).orElse("Policy does not allow it."),
                Map.of(
                        "decisionId", refused.decision().id().value(),
                        "receiptId", refused.receipt().id().value()));
    }

    static ErrorResponseException failed(Enforced.Failed<?> failed) {
        return problem(
                failed.failure().code().equals("already-linked")
                        ? HttpStatus.CONFLICT
                        : HttpStatus.UNPROCESSABLE_CONTENT,
                failed.failure().code(),
                failed.failure().explanation(),
                Map.of(
                        "decisionId", failed.decision().id().value(),
                        "receiptId", failed.receipt().id().value()));
    }

    private static ErrorResponseException problem(HttpStatus status, String code, String detail) {
        return problem(status, code, detail, Map.of());
    }

    private static ErrorResponseException problem(
            HttpStatus status, String code, String detail, Map<String, String> proof) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        proof.forEach(problem::setProperty);
        return new ErrorResponseException(status, problem, null);
    }
}
