package io.switchboard.operations.imports.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.operations.imports.ImportPlan;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How a governed action on an import ended, as HTTP says it: 200, 403, or what the failure's code stands for. */
final class EnforcedAnswer {

    private EnforcedAnswer() {}

    static ResponseEntity<?> of(Enforced<ImportPlan> ended) {
        return switch (ended) {
            case Enforced.Done<ImportPlan> done -> ResponseEntity.ok(ImportAnswer.of(done.value()));
            case Enforced.Refused<ImportPlan> refused -> {
                var reason = refused.decision().reasons().stream().findFirst();
                var detail = reason.map(it -> it.why() + " " + it.help()).orElse("Policy does not allow it.");
                yield ImportProblems.receipted(
                        HttpStatus.FORBIDDEN,
                        reason.map(it -> it.code()).orElse("denied"),
                        detail,
                        refused.decision().id(),
                        refused.receipt().id());
            }
            case Enforced.Failed<ImportPlan> failed ->
                ImportProblems.receipted(
                        status(failed.failure().code()),
                        failed.failure().code(),
                        failed.failure().explanation(),
                        failed.decision().id(),
                        failed.receipt().id());
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
                    "interrupted" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
