package io.switchboard.operations.delivery.ui;

import io.switchboard.operations.delivery.Delivery;
import io.switchboard.operations.delivery.Health;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What deliveries and destinations are called on pages. */
final class DeliveryWords {

    private DeliveryWords() {}

    static StateTag state(Delivery delivery) {
        var tone = switch (delivery.state()) {
            case WAITING -> delivery.attempts() == 0 ? Tone.NEUTRAL : Tone.WARNING;
            case DELIVERED -> Tone.SUCCESS;
            case GAVE_UP, REFUSED -> Tone.DANGER;
            case CANCELLED -> Tone.NEUTRAL;
        };
        return new StateTag(tone, delivery.state().words());
    }

    static StateTag state(Health health) {
        if (health.isDisabled()) {
            return new StateTag(Tone.DANGER, "switched off");
        }
        if (health.failingSince().isPresent()) {
            return new StateTag(Tone.WARNING, "failing");
        }
        return health.succeededAt().isPresent()
                ? new StateTag(Tone.SUCCESS, "takes what it gets")
                : new StateTag(Tone.NEUTRAL, "nothing sent yet");
    }

    /** The rule, and where the destination stands in it. */
    static String explained(Health health, Clock clock) {
        return health.disabledAt()
                .map(at -> (health.disabledWhy().equals("only-failures")
                                ? "Only failures for 120 hours"
                                : "Its receiver answered 410, gone")
                        + ", so it was switched off " + ago(at, clock) + ". What comes for it waits.")
                .or(() -> health.disablesAt()
                        .map(until -> "Only failures since "
                                + ago(health.failingSince().orElseThrow(), clock)
                                + ". Switched off in " + RelativeTime.words(left(until, clock))
                                + " if nothing is taken until then."))
                .orElse("–");
    }

    private static String ago(Instant at, Clock clock) {
        var past = Duration.between(at, clock.instant());
        return past.toSeconds() < 5 ? "just now" : RelativeTime.words(past) + " ago";
    }

    private static Duration left(Instant until, Clock clock) {
        var left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    static String took(Duration took) {
        return took.toMillis() < 60_000
                ? String.format(Locale.ENGLISH, "%.1f s", took.toMillis() / 1000.0)
                : RelativeTime.words(took);
    }
}
