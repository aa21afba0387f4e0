package io.switchboard.insight.success;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Cohorts, drop-off and cycle times, as pure functions. It is Saturday, 21 November 2026. */
class OverviewTest {

    private static final Duration DAY = Duration.ofDays(1);

    private static Cohort.Start started(int daysAgo, Told told) {
        return new Cohort.Start(Told.NOW.minus(DAY.multipliedBy(daysAgo)), new Presences(Book.of(told.receipts)));
    }

    @Test
    void putsTenantsIntoTheWeekInWhichTheyWereCreatedAndCountsThoseWithSomebodyActive() {
        var active = new Told().by("ada", "imports.plan", DAY.multipliedBy(9)).by("ada", "imports.plan", DAY);
        var cohorts = Cohort.of(
                List.of(started(10, active), started(10, new Told()), started(0, new Told()), started(200, active)),
                Told.NOW);
        assertThat(cohorts)
                .containsExactly(
                        new Cohort(LocalDate.parse("2026-11-16"), 1, List.of(new Cohort.Retained(0, 1))),
                        new Cohort(
                                LocalDate.parse("2026-11-09"),
                                2,
                                List.of(new Cohort.Retained(1, 2), new Cohort.Retained(1, 2))));
        assertThat(cohorts.getLast().retention().getFirst().percent()).isEqualTo(50);
    }

    @Test
    void countsAWeekOnlyForTenantsWhoseWeekHasBegun() {
        var cohort = Cohort.of(List.of(started(12, new Told()), started(6 + 7, new Told())), Told.NOW);
        assertThat(cohort).hasSize(2);
        var mixed = Cohort.of(List.of(started(8, new Told()), started(11, new Told())), Told.NOW);
        assertThat(mixed).allSatisfy(one -> assertThat(one.retention()).hasSize(2));
    }

    private static Pilot pilot(int createdDaysAgo, Map<SetupStep, Integer> doneDaysAgo) {
        var created = Told.NOW.minus(DAY.multipliedBy(createdDaysAgo));
        var tenant = new Tenant(
                TenantId.random(),
                new Slug("tenant"),
                Plan.PRO,
                LogId.random(),
                new TenantSettings("Tenant", "#336699", Optional.empty(), 30),
                0,
                created);
        var items = Arrays.stream(SetupStep.values())
                .map(step -> new Checklist.Item(
                        step,
                        Optional.empty(),
                        Optional.ofNullable(doneDaysAgo.get(step))
                                .map(ago -> completion(Told.NOW.minus(DAY.multipliedBy(ago)))),
                        Optional.empty()))
                .toList();
        return new Pilot(tenant, new Checklist(tenant, items), List.of());
    }

    private static Completion completion(Instant at) {
        var row = new ReceiptRow(
                new Told().by("ada", "imports.plan", DAY).receipts.getFirst().head(), LogState.PENDING);
        return new Completion(at, Told.user("ada"), row);
    }

    private static List<Optional<SetupStep>> lost(Pilot... pilots) {
        return DropOff.of(List.of(pilots), Told.NOW).stream()
                .filter(drop -> !drop.tenants().isEmpty())
                .map(DropOff::after)
                .toList();
    }

    @Test
    void aTenantHasDroppedOffAtItsLastStepAfterMoreThanSevenDays() {
        assertThat(lost(pilot(30, Map.of(SetupStep.CONNECT_IDP, 8, SetupStep.CONFIGURE_TENANT, 20))))
                .containsExactly(Optional.of(SetupStep.CONNECT_IDP));
        assertThat(lost(pilot(30, Map.of(SetupStep.CONNECT_IDP, 8, SetupStep.CONFIGURE_TENANT, 7))))
                .isEmpty();
    }

    @Test
    void aTenantWithoutAnyStepDropsOffFromItsCreationAndOneWithAllOfThemNever() {
        assertThat(lost(pilot(8, Map.of()), pilot(7, Map.of()))).containsExactly(Optional.empty());
        var all = Map.of(
                SetupStep.CONNECT_IDP, 20,
                SetupStep.CONFIGURE_TENANT, 20,
                SetupStep.FIRST_COMMAND, 20,
                SetupStep.FIRST_APPROVAL, 20,
                SetupStep.FIRST_INCIDENT, 20,
                SetupStep.FIRST_EVIDENCE_EXPORT, 20);
        assertThat(lost(pilot(30, all))).isEmpty();
    }

    @Test
    void measuresFromRequestedToDoneOverAllTenants() {
        var one = new Told().decided("approved", Duration.ofMinutes(10), DAY).expired("unanswered", DAY);
        var other = new Told().decided("denied", Duration.ofMinutes(20), DAY);
        var time = CycleTime.ofApprovals(List.of(
                one.figures(Period.WEEK).inPeriod(), other.figures(Period.WEEK).inPeriod()));
        assertThat(time).isEqualTo(new CycleTime(Cycle.APPROVAL, 2, OptionalDouble.of(600), OptionalDouble.of(1200)));
    }

    @Test
    void tellsAQuantileOfCountedLengthsByNearestRank() {
        var lengths = new TreeMap<>(Map.of(1_000L, 50L, 2_000L, 45L, 60_000L, 5L));
        assertThat(CycleTime.of(Cycle.RUN, lengths))
                .isEqualTo(new CycleTime(Cycle.RUN, 100, OptionalDouble.of(1), OptionalDouble.of(2)));
        assertThat(CycleTime.of(Cycle.RUN, new TreeMap<>()))
                .isEqualTo(new CycleTime(Cycle.RUN, 0, OptionalDouble.empty(), OptionalDouble.empty()));
    }

    @Test
    void keepsALengthToTwoDigits() {
        assertThat(List.of(0L, 9L, 99L, 104L, 105L, 994L, 995L, 123_456L))
                .map(CycleRows::twoDigits)
                .containsExactly(0L, 9L, 99L, 100L, 110L, 990L, 1_000L, 120_000L);
    }
}
