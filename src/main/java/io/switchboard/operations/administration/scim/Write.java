package io.switchboard.operations.administration.scim;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.GovernedAction;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** One write that was understood: what policy is asked, and the change that is made in a transaction if it agrees. */
record Write(GovernedAction action, Supplier<Effect<Written>> change) {

    /** The code of a failure that another write at the same moment is the reason of. */
    static final String OVERTAKEN = "changedMeanwhile";

    /** The code of a failure that somebody else's approval ends. */
    static final String HELD = "approval-required";

    /** The code of a change that would leave the tenant without anybody who can administer it. */
    static final String LAST_ADMIN = "last-admin";

    /** A fault that only shows in the transaction is an expected failure of the change, not a bug. */
    static Write of(GovernedAction action, Supplier<Effect<Written>> change) {
        return new Write(action, () -> {
            try {
                return change.get();
            } catch (ScimFault fault) {
                throw new ChangeFailure(code(fault), fault.sentence());
            }
        });
    }

    private static String code(ScimFault fault) {
        return fault.type().orElseGet(() -> switch (fault.status()) {
            case NOT_FOUND -> "notFound";
            case PRECONDITION_FAILED -> "versionMismatch";
            default -> OVERTAKEN;
        });
    }

    static HttpStatus status(String code) {
        return switch (code) {
            case "notFound" -> HttpStatus.NOT_FOUND;
            case "versionMismatch" -> HttpStatus.PRECONDITION_FAILED;
            case HELD, LAST_ADMIN -> HttpStatus.FORBIDDEN;
            case "uniqueness", OVERTAKEN -> HttpStatus.CONFLICT;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
