package io.switchboard.insight.isolation;

import io.switchboard.control.enforcement.Enforced;

/** What a canary's own action came to. One that was refused or failed is a fault of the portal here, and says how it ended. */
public final class Made {

    private Made() {}

    public static <T> T of(Enforced<T> ended) {
        return switch (ended) {
            case Enforced.Done<T> done -> done.value();
            case Enforced.Refused<T> refused ->
                throw new IllegalStateException("A canary was refused what is its own: " + refused.decision());
            case Enforced.Failed<T> failed ->
                throw new IllegalStateException("A canary could not be given a thing: "
                        + failed.failure().explanation());
        };
    }
}
