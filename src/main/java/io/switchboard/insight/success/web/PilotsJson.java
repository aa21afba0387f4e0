package io.switchboard.insight.success.web;

import io.switchboard.insight.success.Cohort;
import io.switchboard.insight.success.CycleTime;
import io.switchboard.insight.success.DropOff;
import io.switchboard.insight.success.Overview;
import io.switchboard.insight.success.Pilot;
import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.Friction;
import io.switchboard.operations.onboarding.SetupStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All tenants' figures as the API gives them; units as in {@link SuccessJson}. A drop-off without a step is of tenants that made no progress at all. */
record PilotsJson(
        int period,
        LocalDate from,
        Instant asOf,
        List<TenantJson> tenants,
        List<CohortJson> cohorts,
        List<DropOffJson> dropOffs,
        Map<String, List<Friction>> friction,
        BlockingJson pilotBlocking,
        List<CycleJson> cycleTimes) {

    static PilotsJson of(Overview overview) {
        return new PilotsJson(
                overview.period().days(),
                overview.from(),
                overview.asOf(),
                overview.pilots().stream().map(TenantJson::of).toList(),
                overview.cohorts().stream().map(CohortJson::of).toList(),
                overview.dropOffs().stream().map(DropOffJson::of).toList(),
                overview.friction().entrySet().stream()
                        .collect(Collectors.toMap(
                                by -> name(by.getKey()), Map.Entry::getValue, (one, _) -> one, TreeMap::new)),
                new BlockingJson(
                        overview.pilotBlocking().blocking(),
                        overview.pilotBlocking().resolved(),
                        SuccessJson.number(overview.pilotBlocking().percent())),
                overview.cycleTimes().stream().map(CycleJson::of).toList());
    }

    private static String name(Attachment by) {
        return by.wire();
    }

    record TenantJson(String tenant, String name, Instant createdAt, List<ValueJson> figures) {

        static TenantJson of(Pilot pilot) {
            return new TenantJson(
                    pilot.tenant().slug().value(),
                    pilot.tenant().name(),
                    pilot.tenant().createdAt(),
                    Pilot.SHOWN.stream()
                            .map(metric -> new ValueJson(
                                    metric.id(),
                                    metric.unit().wire(),
                                    SuccessJson.number(pilot.figure(metric).value())))
                            .toList());
        }
    }

    record ValueJson(String id, String unit, @Nullable Double value) {}

    record CohortJson(LocalDate week, int tenants, List<Cohort.Retained> retention) {

        static CohortJson of(Cohort cohort) {
            return new CohortJson(cohort.week(), cohort.tenants(), cohort.retention());
        }
    }

    record DropOffJson(Optional<String> after, List<String> tenants) {

        static DropOffJson of(DropOff drop) {
            return new DropOffJson(
                    drop.after().map(SetupStep::wire),
                    drop.tenants().stream().map(tenant -> tenant.slug().value()).toList());
        }
    }

    record BlockingJson(
            int blocking, int resolved, @Nullable Double percent) {}

    record CycleJson(
            String id,
            String definition,
            long done,
            @Nullable Double median,
            @Nullable Double p95) {

        static CycleJson of(CycleTime time) {
            return new CycleJson(
                    time.cycle().id(),
                    time.cycle().definition(),
                    time.done(),
                    SuccessJson.number(time.median()),
                    SuccessJson.number(time.p95()));
        }
    }
}
