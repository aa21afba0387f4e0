package io.switchboard.control.enforcement.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.policy.Decision;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * What the API answers instead of what was asked for: RFC 9457 problems with a stable {@code code}; where a governed action left them, with {@code decisionId} and {@code receiptId}.
 */
public final class Problems {

    private Problems() {}

    public static ErrorResponseException of(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return new ErrorResponseException(status, problem, null);
    }

    /** 403 with the rule that stands against it. */
    public static ErrorResponseException of(Enforced.Refused<?> refused) {
        return proven(refused(refused.decision()), refused.decision(), refused);
    }

    /** {@code status} is what the failure's code stands for. */
    public static ErrorResponseException of(Enforced.Failed<?> failed, HttpStatus status) {
        return proven(of(status, failed.failure().code(), failed.failure().explanation()), failed.decision(), failed);
    }

    static ErrorResponseException refused(Decision decision) {
        var reason = decision.reasons().stream().findFirst();
        return of(
                HttpStatus.FORBIDDEN,
                reason.map(it -> it.code()).orElse("denied"),
                reason.map(it -> it.why() + " " + it.help()).orElse("Policy does not allow it."));
    }

    private static ErrorResponseException proven(ErrorResponseException problem, Decision decision, Enforced<?> ended) {
        problem.getBody().setProperty("decisionId", decision.id().value());
        problem.getBody().setProperty("receiptId", ended.receipt().id().value());
        return problem;
    }
}
