package io.switchboard.operations.imports.web;

import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.operations.imports.UnknownKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/** What the API of imports answers where it does not do what was asked: RFC 9457 problems with a stable {@code code}. */
@RestControllerAdvice(basePackageClasses = ImportProblems.class)
class ImportProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownKind e) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-kind", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler(JacksonException.class)
    ResponseEntity<ProblemDetail> badMapping() {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "bad-mapping",
                "The mapping is a JSON object of field to header, for example {\"user_name\": \"Login\"}.");
    }

    static ResponseEntity<ProblemDetail> unreadable(String code, String explanation) {
        var status = switch (code) {
            case "too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            case "not-committed", "rows-gone" -> HttpStatus.CONFLICT;
            case "not-csv", "unknown-format" -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return problem(status, code, explanation);
    }

    static ResponseEntity<ProblemDetail> notFound() {
        return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such import.");
    }

    static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(status, code, detail).getBody());
    }
}
