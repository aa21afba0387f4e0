package io.switchboard.operations.runs;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it stands. {@code definition} is what is run, as canonical JSON, from the time of its start: a runbook that changes meanwhile changes no run. {@code back} while it is rolled
 * back, and after. {@code starter} has the roles of the start; a step is decided with those that its person holds then.
 */
public record Run(
        TenantId tenant,
        RunId id,
        Origin origin,
        String title,
        String definition,
        Map<String, String> inputs,
        RunState state,
        boolean back,
        Caller starter,
        Optional<ReceiptId> receipt,
        Instant startedAt,
        Optional<Instant> endedAt,
        List<RunStep> steps) {

    public Run {
        inputs = Map.copyOf(inputs);
        steps = List.copyOf(steps);
    }

    /** Whether a runbook is run ({@code key} is its own id, {@code version} counts from 1) or one command of the catalogue ({@code version} 0). */
    public record Origin(String key, int version) {

        public boolean isCommand() {
            return version == 0;
        }
    }

    public Optional<RunStep> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** The step that waits for a person's word. */
    public Optional<RunStep> asking() {
        return last().filter(step -> step.state() == StepState.ASKING);
    }
}
