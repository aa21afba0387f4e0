package io.switchboard.operations.administration.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/** How an operation on keys ended, as HTTP says it; what was not done is a problem (RFC 9457) with decision and receipt. */
final class KeyAnswers {

    private KeyAnswers() {}

    static <T> ResponseEntity<?> of(Enforced<T> ended, Function<T, Object> body) {
        return switch (ended) {
            case Enforced.Done<T> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(body.apply(done.value()));
            case Enforced.Refused<T> refused -> throw Problems.of(refused);
            case Enforced.Failed<T> failed ->
                throw Problems.of(failed, status(failed.failure().code()));
        };
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "key-signs", "key-has-ended", "key-in-use" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    static ErrorResponseException notFound() {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", "There is no such key. List the keys at /api/keys.");
    }

    static ErrorResponseException unprocessable(String code, String sentence) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, code, sentence);
    }
}
