package io.switchboard.insight.success;

import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.FeedbackFigures;
import io.switchboard.operations.feedback.Friction;
import io.switchboard.operations.onboarding.Onboarding;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Computes what is told across tenants. The platform itself is no pilot. */
@Component
class Pilots {

    private final Tenants tenants;
    private final Onboarding onboarding;
    private final Bookkeeping bookkeeping;
    private final FeedbackFigures feedback;
    private final CycleRows cycles;
    private final Clock clock;

    Pilots(
            Tenants tenants,
            Onboarding onboarding,
            Bookkeeping bookkeeping,
            FeedbackFigures feedback,
            CycleRows cycles,
            Clock clock) {
        this.cycles = cycles;
        this.tenants = tenants;
        this.onboarding = onboarding;
        this.bookkeeping = bookkeeping;
        this.feedback = feedback;
        this.clock = clock;
    }

    Overview overview(Period period) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var booked = tenants.pilots().stream()
                .map(tenant -> booked(tenant, period, now))
                .toList();
        var pilots = booked.stream().map(Booked::pilot).toList();
        return new Overview(
                period,
                now,
                pilots,
                Cohort.of(booked.stream().map(Booked::start).toList(), now),
                DropOff.of(pilots, now),
                friction(period, now),
                feedback.pilotBlocking(Optional.empty(), begin(period, now), now),
                cycleTimes(booked, period.first(now)));
    }

    private List<CycleTime> cycleTimes(List<Booked> booked, LocalDate from) {
        var tenants = booked.stream().map(one -> one.pilot().tenant().id()).collect(Collectors.toSet());
        var approvals = CycleTime.ofApprovals(booked.stream().map(Booked::days).toList());
        return Stream.concat(Stream.of(approvals), Cycle.IN_ROWS.stream().map(cycle -> cycles.of(cycle, tenants, from)))
                .toList();
    }

    private record Booked(Pilot pilot, Days days) {

        Cohort.Start start() {
            return new Cohort.Start(pilot.tenant().createdAt(), new Presences(days.book()));
        }
    }

    private Booked booked(Tenant tenant, Period period, Instant now) {
        var book = bookkeeping.read(tenant.id(), earliest(period, now));
        var checklist = onboarding.checklist(tenant);
        var figures = new Figures(book, Activation.of(checklist), period, now);
        return new Booked(
                new Pilot(
                        tenant,
                        checklist,
                        Pilot.SHOWN.stream().map(figures::figure).toList()),
                figures.inPeriod());
    }

    private static LocalDate earliest(Period period, Instant now) {
        var figures = Figures.earliest(period, now);
        return figures.isBefore(Cohort.first(now)) ? figures : Cohort.first(now);
    }

    private Map<Attachment, List<Friction>> friction(Period period, Instant now) {
        return Overview.FRICTION.stream()
                .collect(Collectors.toMap(
                        Function.identity(), by -> feedback.friction(by, Optional.empty(), begin(period, now), now)));
    }

    private static Instant begin(Period period, Instant now) {
        return period.first(now).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
