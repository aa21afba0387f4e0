package io.switchboard.operations.runs;

import java.util.Optional;

/** {@code origin} is a runbook's own id or a command's. */
public record RunFilter(Optional<RunState> state, Optional<String> origin) {}
