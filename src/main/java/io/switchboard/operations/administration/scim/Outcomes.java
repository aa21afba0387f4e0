package io.switchboard.operations.administration.scim;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.policy.Decision;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What is told of a write that policy refused or that failed: SCIM's error with rule, decision and receipt. */
final class Outcomes {

    private Outcomes() {}

    /** The write's end, or the error that tells why there is none. */
    static <T> Enforced.Done<T> done(Enforced<T> ended) {
        return switch (ended) {
            case Enforced.Done<T> done -> done;
            case Enforced.Refused<T> refused -> throw refused(refused);
            case Enforced.Failed<T> failed -> throw failed(failed);
        };
    }

    private static ScimFault refused(Enforced.Refused<?> refused) {
        var decision = refused.decision();
        var receipt = refused.receipt().id().value();
        return ScimFault.proven(
                HttpStatus.FORBIDDEN,
                "",
                why(decision) + " Rule " + rule(decision) + ", decision " + decision.id() + ", receipt " + receipt
                        + ".",
                Map.of("rule", rule(decision), "decisionId", decision.id().value(), "receiptId", receipt));
    }

    private static ScimFault failed(Enforced.Failed<?> failed) {
        var code = failed.failure().code();
        var receipt = failed.receipt().id().value();
        return ScimFault.proven(
                Write.status(code),
                scimType(code),
                failed.failure().explanation(),
                Map.of("decisionId", failed.decision().id().value(), "receiptId", receipt));
    }

    /** The code where it is one of SCIM's own words, else none. */
    static String scimType(String code) {
        return switch (code) {
            case "uniqueness", "invalidValue", "invalidSyntax", "invalidPath", "noTarget", "mutability" -> code;
            default -> "";
        };
    }

    static String why(Decision decision) {
        return decision.reasons().stream()
                .findFirst()
                .map(reason -> reason.why() + " " + reason.help())
                .orElse("Policy does not allow it.");
    }

    static String rule(Decision decision) {
        return decision.determiningPolicies().stream()
                .findFirst()
                .orElseGet(() -> decision.reasonCodes().stream().findFirst().orElse("no-permit"));
    }
}
