package io.switchboard.operations.imports.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.operations.imports.ImportPlan;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How a governed action on an import ended, as HTTP says it: 200, 403, or what the failure's code stands for. */
final class EnforcedAnswer {

    private EnforcedAnswer() {}

    static ResponseEntity<?> of(Enforced<ImportPlan> ended) {
        return of(ended, ImportAnswer::of);
    }

    /** The receipt stands in a header where the body has no place for it. */
    static <T> ResponseEntity<?> of(Enforced<T> ended, Function<T, ?> body) {
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
            case "stale-plan",
                    "conflicts",
                    "already-committing",
                    "already-committed",
                    "expired-plan",
                    "wrong-status",
                    "gone",
                    "too-many",
                    "name-taken",
                    "already-running",
                    "interrupted" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
