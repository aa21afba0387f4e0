package io.switchboard.operations.imports.schedules;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.ImportId;
import java.time.Instant;
import java.util.Optional;

/** One run: {@code sentence} says what happened and, where it failed, what to do; {@code code} is stable, and empty where nothing failed. */
public record ScheduleRun(
        int number,
        RunOutcome outcome,
        String code,
        String sentence,
        Optional<ImportId> imported,
        Optional<ReceiptId> receipt,
        Instant startedAt,
        Optional<Instant> endedAt) {}
