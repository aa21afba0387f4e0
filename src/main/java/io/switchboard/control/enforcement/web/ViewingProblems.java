package io.switchboard.control.enforcement.web;

import io.switchboard.control.enforcement.NotViewable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** RFC 9457: 403 with the rule's id as {@code code}, why, and who can help. */
@RestControllerAdvice
class ViewingProblems {

    @ExceptionHandler
    ProblemDetail notViewable(NotViewable e) {
        return Problems.refused(e.decision()).getBody();
    }
}
