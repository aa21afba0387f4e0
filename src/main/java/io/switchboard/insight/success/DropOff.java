package io.switchboard.insight.success;

import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tenants whose last progress is that step and more than seven days old; without a step those that never made any. */
public record DropOff(Optional<SetupStep> after, List<Tenant> tenants) {

    public DropOff {
        tenants = List.copyOf(tenants);
    }

    /** In the order of the setup, whether anybody is there or not. */
    static List<DropOff> of(List<Pilot> pilots, Instant now) {
        return Stream.concat(
                        Stream.of(Optional.<SetupStep>empty()),
                        Arrays.stream(SetupStep.values()).map(Optional::of))
                .map(step -> new DropOff(step, lost(pilots, step, now)))
                .toList();
    }

    private static List<Tenant> lost(List<Pilot> pilots, Optional<SetupStep> step, Instant now) {
        return pilots.stream()
                .filter(pilot -> pilot.hasDroppedOff(now))
                .filter(pilot -> pilot.lastProgress().map(item -> item.step()).equals(step))
                .map(Pilot::tenant)
                .toList();
    }
}
