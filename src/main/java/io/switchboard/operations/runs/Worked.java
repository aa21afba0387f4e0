package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of working on a step. */
sealed interface Worked {

    record Ended(StepState state, String says, Map<String, String> outputs, ReceiptId receipt) implements Worked {}

    record Waits(String says, Optional<String> ticket, Instant until) implements Worked {}

    /** A person has to say how it went. */
    record Asks(String what) implements Worked {}

    /** As it was enforced; {@code state} and {@code says} where it was done. */
    static Worked of(Enforced<Map<String, String>> ended, StepState state, String says) {
        return switch (ended) {
            case Enforced.Done<Map<String, String>> done ->
                new Ended(state, says, done.value(), done.receipt().id());
            case Enforced.Refused<Map<String, String>> refused ->
                new Ended(
                        StepState.FAILED,
                        "Not allowed. " + why(refused),
                        Map.of(),
                        refused.receipt().id());
            case Enforced.Failed<Map<String, String>> failed ->
                new Ended(
                        StepState.FAILED,
                        failed.failure().explanation(),
                        Map.of(),
                        failed.receipt().id());
        };
    }

    static String why(Enforced.Refused<?> refused) {
        return refused.decision().reasons().stream()
                .map(reason -> reason.why() + " " + reason.help())
                .collect(Collectors.joining(" "));
    }
}
