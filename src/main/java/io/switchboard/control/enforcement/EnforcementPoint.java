package io.switchboard.control.enforcement;

import java.util.function.Supplier;

/**
 * The way every governed action takes: decide, change, receipt, event. {@code allowed} commits with its change; {@code denied} and
 * {@code failed} commit in a transaction of their own, after the rollback. An exception that is no {@link ChangeFailure} leaves a {@code failed}
 * receipt with code {@code internal-error} and is thrown on.
 */
public interface EnforcementPoint {

    /** Runs {@code change} in a transaction (a new one, or the caller's) if policy allows it. */
    <T> Enforced<T> perform(GovernedAction action, Supplier<Effect<T>> change);

    /** Like {@link #perform} for a rehearsal: the receipt's outcome is {@code simulated}; the change only computes. */
    <T> Enforced<T> simulate(GovernedAction action, Supplier<Effect<T>> rehearsal);
}
