package io.switchboard.control.enforcement.web;

import io.switchboard.control.enforcement.NotViewable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** RFC 9457: 403 with the rule's id as {@code code}, why, and who can help. */
@RestControllerAdvice
class ViewingProblems {

    @ExceptionHandler
    ProblemDetail notViewable(NotViewable e) {
        var reason = e.decision().reasons().stream().findFirst();
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN,
                reason.map(it -> it.why() + " " + it.help()).orElse("Policy does not allow it."));
        problem.setProperty("code", reason.map(it -> it.code()).orElse("denied"));
        return problem;
    }
}
