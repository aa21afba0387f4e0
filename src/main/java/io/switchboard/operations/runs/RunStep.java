package io.switchboard.operations.runs;

import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One step that a run came to, {@code number} counts them from 1. {@code step} is its id in the runbook, {@code attempt} counts from 1, {@code back} undoes an earlier one.
 * {@code says} is what a person reads about it, {@code outputs} what later steps can use; {@code ticket} the approval it waited for.
 */
public record RunStep(
        int number,
        String step,
        int attempt,
        boolean back,
        StepState state,
        String says,
        Map<String, String> outputs,
        Optional<ReceiptId> receipt,
        Optional<String> ticket,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> wakeAt) {

    public RunStep {
        outputs = Map.copyOf(outputs);
    }

    static RunStep started(int number, String step, int attempt, boolean back, Instant now) {
        return new RunStep(
                number,
                step,
                attempt,
                back,
                StepState.STARTED,
                "",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty());
    }

    RunStep waiting(String why, Optional<String> other, Instant until) {
        return new RunStep(
                number,
                step,
                attempt,
                back,
                StepState.WAITING,
                why,
                outputs,
                receipt,
                other.or(() -> ticket),
                startedAt,
                endedAt,
                Optional.of(until));
    }

    RunStep asking(String what) {
        return new RunStep(
                number,
                step,
                attempt,
                back,
                StepState.ASKING,
                what,
                outputs,
                receipt,
                ticket,
                startedAt,
                endedAt,
                Optional.empty());
    }

    RunStep ended(StepState how, String why, Map<String, String> given, ReceiptId proof, Instant now) {
        return new RunStep(
                number,
                step,
                attempt,
                back,
                how,
                why,
                given,
                Optional.of(proof),
                ticket,
                startedAt,
                Optional.of(now),
                Optional.empty());
    }
}
