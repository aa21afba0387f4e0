package io.switchboard.control.flags;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a ramp is to do: its steps, the guardrail that watches them, and when it starts, which without a time is at once. Without a guardrail nothing but the holds keeps it. */
public record RampPlan(List<RampStep> steps, Optional<Guardrail> guardrail, Optional<Instant> startsAt) {

    public static final int MOST_STEPS = 20;

    public RampPlan {
        steps = List.copyOf(steps);
    }

    /** All of it in one word. */
    String code() {
        return steps.stream().map(RampStep::code).collect(Collectors.joining(";"))
                + guardrail.map(it -> ";" + it.code()).orElse(";unwatched");
    }
}
