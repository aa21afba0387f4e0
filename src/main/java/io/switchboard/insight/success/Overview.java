package io.switchboard.insight.success;

import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.Friction;
import io.switchboard.operations.feedback.Resolved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How the pilots of all tenants go in a period, as of one moment. Friction is by screen, action and policy rule. */
public record Overview(
        Period period,
        Instant asOf,
        List<Pilot> pilots,
        List<Cohort> cohorts,
        List<DropOff> dropOffs,
        Map<Attachment, List<Friction>> friction,
        Resolved pilotBlocking,
        List<CycleTime> cycleTimes) {

    /** What friction is told by. */
    public static final List<Attachment> FRICTION = List.of(Attachment.SCREEN, Attachment.ACTION, Attachment.RULE);

    public Overview {
        pilots = List.copyOf(pilots);
        cohorts = List.copyOf(cohorts);
        dropOffs = List.copyOf(dropOffs);
        friction = Map.copyOf(friction);
        cycleTimes = List.copyOf(cycleTimes);
    }

    public LocalDate from() {
        return period.first(asOf);
    }
}
