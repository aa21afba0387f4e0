package io.switchboard.operations.administration.web;

import io.switchboard.control.enforcement.Enforced;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How an operation on keys ended, as HTTP says it; what was not done is a problem (RFC 9457) with decision and receipt. */
final class KeyAnswers {

    private KeyAnswers() {}

    static <T> ResponseEntity<?> of(Enforced<T> ended, Function<T, Object> body) {
        return switch (ended) {
            case Enforced.Done<T> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(body.apply(done.value()));
            case Enforced.Refused<T> refused -> {
                var reason = refused.decision().reasons().stream().findFirst();
                yield problem(
                        HttpStatus.FORBIDDEN,
                        reason.map(it -> it.code()).orElse("denied"),
                        reason.map(it -> it.why() + " " + it.help()).orElse("Policy does not allow it."),
                        proof(ended, refused.decision().id().value()));
            }
            case Enforced.Failed<T> failed ->
                problem(
                        status(failed.failure().code()),
                        failed.failure().code(),
                        failed.failure().explanation(),
                        proof(ended, failed.decision().id().value()));
        };
    }

    private static Map<String, Object> proof(Enforced<?> ended, String decision) {
        return Map.of("decisionId", decision, "receiptId", ended.receipt().id().value());
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "key-signs", "key-has-ended", "key-in-use" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    static ResponseEntity<?> notFound() {
        return problem(
                HttpStatus.NOT_FOUND, "not-found", "There is no such key. List the keys at /api/keys.", Map.of());
    }

    static ResponseEntity<?> unprocessable(String code, String sentence) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, code, sentence, Map.of());
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String code, String detail, Map<String, Object> proof) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        proof.forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
