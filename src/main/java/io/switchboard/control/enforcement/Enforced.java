package io.switchboard.control.enforcement;

import io.switchboard.control.policy.Decision;
import io.switchboard.control.receipts.Receipt;
import java.util.function.Function;

/** How a governed action ended, each with the receipt that proves it. */
public sealed interface Enforced<T> {

    Receipt receipt();

    /** Ended the same way, with what was done as something else. */
    default <R> Enforced<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(var value, var decision, var receipt) -> new Done<>(change.apply(value), decision, receipt);
            case Refused<T>(var decision, var receipt) -> new Refused<>(decision, receipt);
            case Failed<T>(var failure, var decision, var receipt) -> new Failed<>(failure, decision, receipt);
        };
    }

    /** Policy allowed it, the change is committed. */
    record Done<T>(T value, Decision decision, Receipt receipt) implements Enforced<T> {}

    /** Policy refused; nothing changed. The decision says which rule, why, and who can help. */
    record Refused<T>(Decision decision, Receipt receipt) implements Enforced<T> {}

    /** Policy allowed it, the change found a reason not to (a stale plan, a wrong secret) and was rolled back. */
    record Failed<T>(ChangeFailure failure, Decision decision, Receipt receipt) implements Enforced<T> {}
}
