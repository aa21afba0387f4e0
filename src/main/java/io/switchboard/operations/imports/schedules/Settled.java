package io.switchboard.operations.imports.schedules;

import io.switchboard.operations.imports.MappingId;
import java.time.Duration;
import java.util.Optional;

/** A draft that was found right. */
record Settled(
        String name,
        String kind,
        ScheduleSource source,
        SourceSecrets secrets,
        Optional<MappingId> mapping,
        Duration every,
        OnPlan onPlan) {}
