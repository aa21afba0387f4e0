package io.switchboard.operations.delivery;

import io.switchboard.operations.delivery.Carried.Answered;
import io.switchboard.operations.delivery.Carried.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An attempt that was made, and what came of it. */
record Made(Trip trip, Carried carried, Instant began, Instant ended) {

    boolean isTaken() {
        return carried instanceof Answered answered && answered.isTaken();
    }

    Optional<Answered> answered() {
        return carried instanceof Answered answered ? Optional.of(answered) : Optional.empty();
    }

    Duration took() {
        return Duration.between(began, ended);
    }

    /** As a receipt says it, where it stands among others: everything but what was answered, which has a digest. */
    String fact() {
        var said = "message:" + trip.message().id()
                + "/attempt:" + trip.delivery().attempts()
                + "/status:" + answered().map(Answered::status).orElse(0)
                + "/millis:" + took().toMillis();
        return trip.message().receipt().map(cause -> said + "/cause:" + cause).orElse(said);
    }

    /** Of one that was not taken, the code of its problem. */
    String code() {
        return switch (carried) {
            case Answered answered -> "answered-" + answered.status();
            case Unanswered unanswered -> unanswered.code();
        };
    }

    String sentence() {
        return switch (carried) {
            case Answered answered when answered.isTaken() -> "Taken with " + answered.status() + ".";
            case Answered answered ->
                "The destination answered with " + answered.status()
                        + ". Any status from 200 to 299 is taken as received; redirects are not followed.";
            case Unanswered unanswered -> unanswered.sentence();
        };
    }
}
