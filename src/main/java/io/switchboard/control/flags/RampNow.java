package io.switchboard.control.flags;

import java.time.Instant;
import java.util.Optional;

/**
 * A ramp, and how it stands at this moment: what the guardrail says, when or why it goes on, and how many tenants have the flag. {@code sample}: governed actions of these tenants since
 * the step began.
 */
public record RampNow(
        Ramp ramp, Optional<Judgement> guardrail, Optional<GuardrailSignal> signal, RampDue due, long sample) {

    /** The time at which the hold is over, as it looks now; empty where that is no matter of time. */
    public Optional<Instant> dueAt() {
        return due instanceof RampDue.Wait(var until) ? until : Optional.empty();
    }
}
