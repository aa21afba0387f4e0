package io.switchboard.insight.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.flags.GuardrailSignal.Reading;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counting, objectives, alerts and what reports read, on MariaDB. Each test has tenants of its own. */
class ServiceLevelsModuleTest {

    private static final SteppedClock CLOCK = new SteppedClock(Instant.parse("2026-11-22T09:00:30Z"));
    private static final ReliabilityKit KIT = new ReliabilityKit(CLOCK);
    private static final Duration DAY = Duration.ofDays(1);

    private final TenantId acme = KIT.tenant();
    private final TenantId globex = KIT.tenant();

    private void requests(TenantId tenant, long bad, long all) {
        KIT.rows.addRequests(tenant, CLOCK.instant(), new Tally(all - bad, all), Tally.NONE);
    }

    @Test
    void severalNodesAddToTheSameRowsAndNothingIsLostOrMixedUp() throws Exception {
        var nodes = List.of(KIT.node(), KIT.node(), KIT.node());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<Void>>mapToObj(worker -> () -> {
                        var node = nodes.get(worker % nodes.size());
                        for (int i = 0; i < 200; i++) {
                            var tenant = i % 4 == 0 ? globex : acme;
                            node.add(
                                    new RequestOwner.Known(tenant),
                                    new RequestCounts.Ended(i % 10 != 0, true, i % 5 != 0));
                            if (i % 50 == 0) {
                                node.write();
                            }
                        }
                        return null;
                    })
                    .toList());
        }
        nodes.forEach(RequestCounts::destroy);
        assertThat(KIT.tally(acme, Indicator.AVAILABILITY, DAY)).isEqualTo(new Tally(6 * 140, 6 * 150));
        assertThat(KIT.tally(globex, Indicator.AVAILABILITY, DAY)).isEqualTo(new Tally(6 * 40, 6 * 50));
    }

    @Test
    void whatIsInTheRowsIsThereAfterARestartAndWhatANodeHadNotWrittenIsNot() {
        var node = KIT.node();
        node.add(new RequestOwner.Known(acme), new RequestCounts.Ended(true, true, true));
        node.write();
        node.add(new RequestOwner.Known(acme), new RequestCounts.Ended(true, true, true));
        assertThat(new IndicatorRows(KIT.kit.jdbc())
                        .between(
                                acme,
                                CLOCK.instant().minus(DAY),
                                CLOCK.instant().plus(DAY)))
                .containsEntry(Indicator.AVAILABILITY, new Tally(1, 1));
    }

    @Test
    void aWindowReachesBackToItsMinuteAndTakesWhatAClockThatIsAheadHasCounted() {
        requests(acme, 1, 10);
        CLOCK.pass(Duration.ofMinutes(5));
        assertThat(KIT.tally(acme, Indicator.AVAILABILITY, Duration.ofMinutes(5)))
                .isEqualTo(new Tally(9, 10));
        CLOCK.pass(Duration.ofMinutes(1));
        assertThat(KIT.tally(acme, Indicator.AVAILABILITY, Duration.ofMinutes(5))
                        .isEmpty())
                .isTrue();
        KIT.rows.addRequests(acme, CLOCK.instant().plusSeconds(120), new Tally(3, 3), Tally.NONE);
        assertThat(KIT.tally(acme, Indicator.AVAILABILITY, Duration.ofMinutes(5)))
                .isEqualTo(new Tally(3, 3));
    }

    @Test
    void oldMinutesBecomeHoursWithTheSameSumsAndTheOldestGo() {
        var work = new ReliabilityWork(
                KIT.tenants,
                KIT.integration,
                KIT.looker(),
                KIT.rows,
                CLOCK,
                KIT.kit.signing().transactions());
        var now = CLOCK.instant();
        var old = now.minus(Duration.ofDays(60));
        var begin = old.truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        for (int minute = 0; minute < 150; minute++) {
            KIT.rows.addRequests(acme, begin.plus(Duration.ofMinutes(minute)), new Tally(1, 2), Tally.NONE);
            KIT.rows.addRequests(globex, begin.plus(Duration.ofMinutes(minute)), new Tally(2, 2), Tally.NONE);
        }
        KIT.rows.addRequests(acme, now.minus(Duration.ofDays(401)), new Tally(5, 5), Tally.NONE);
        requests(acme, 0, 7);
        work.tidy();
        work.tidy();
        assertThat(KIT.rows.between(acme, begin, begin.plus(DAY)))
                .containsEntry(Indicator.AVAILABILITY, new Tally(150, 300));
        assertThat(KIT.rows.between(globex, begin, begin.plus(Duration.ofHours(1))))
                .containsEntry(Indicator.AVAILABILITY, new Tally(120, 120));
        assertThat(buckets(begin, begin.plus(DAY))).isEqualTo(3);
        assertThat(KIT.rows.between(acme, now.minus(Duration.ofDays(500)), begin))
                .isEmpty();
        assertThat(KIT.tally(acme, Indicator.AVAILABILITY, DAY)).isEqualTo(new Tally(7, 7));
    }

    private long buckets(Instant from, Instant until) {
        return KIT.kit
                .jdbc()
                .sql(
                        "SELECT COUNT(*) FROM reliability_count WHERE tenant_id = ? AND indicator = 'availability' AND bucket >= ? AND bucket < ?")
                .params(acme.value(), io.switchboard.kernel.Utc.column(from), io.switchboard.kernel.Utc.column(until))
                .query(Long.class)
                .single();
    }

    @Test
    void receiptsCountOnceWhenTheyAreSignedAndAreLateBeforeThatOnceTheyWaitTooLong() {
        set(acme, "99.5", 0);
        CLOCK.pass(Duration.ofSeconds(10));
        KIT.sign(acme);
        set(acme, "99.6", 1);
        KIT.integration.catchUp(acme);
        KIT.integration.catchUp(acme);
        assertThat(KIT.tally(acme, Indicator.RECEIPT_INTEGRATION, DAY)).isEqualTo(new Tally(1, 1));
        assertThat(KIT.integration.late(acme, CLOCK.instant()).isEmpty()).isTrue();
        CLOCK.pass(Duration.ofSeconds(61));
        assertThat(KIT.levels
                        .windows(acme, List.of(DAY), CLOCK.instant())
                        .getOrDefault(Indicator.RECEIPT_INTEGRATION, java.util.Map.of()))
                .containsEntry(DAY, new Tally(1, 2));
        KIT.sign(acme);
        KIT.integration.catchUp(acme);
        assertThat(KIT.tally(acme, Indicator.RECEIPT_INTEGRATION, DAY)).isEqualTo(new Tally(1, 2));
        assertThat(KIT.integration.late(acme, CLOCK.instant()).isEmpty()).isTrue();
        assertThat(KIT.tally(globex, Indicator.RECEIPT_INTEGRATION, DAY).isEmpty())
                .isTrue();
    }

    private Objective set(TenantId tenant, String percent, int version) {
        return KIT.done(KIT.objectives.set(
                KIT.caller(tenant, Role.PARTNER_ADMIN), Indicator.LATENCY, new BigDecimal(percent), 7, version));
    }

    @Test
    void anObjectiveIsSetWithAReceiptAndSomebodyWhoWasSlowerIsTold() {
        var ada = KIT.caller(acme, Role.PARTNER_ADMIN);
        assertThat(KIT.objectiveRows.of(acme))
                .containsEntry(Indicator.AVAILABILITY, Objective.usual(Indicator.AVAILABILITY));
        var set = KIT.objectives.set(ada, Indicator.AVAILABILITY, new BigDecimal("99.5"), 7, 0);
        assertThat(KIT.done(set)).hasToString("99.5 % over 7 days");
        assertThat(facts(set.receipt().id())).contains("target=99.5,", "targetBefore=99.9");
        assertThat(KIT.objectiveRows.of(acme))
                .containsEntry(Indicator.AVAILABILITY, new Objective(Indicator.AVAILABILITY, new Target(99_500), 7, 1));
        assertThat(KIT.objectiveRows.of(globex))
                .containsEntry(Indicator.AVAILABILITY, Objective.usual(Indicator.AVAILABILITY));
        assertFails("99", 7, 0, "changed-meanwhile");
        assertFails("99.5", 7, 1, "nothing-new");
        assertFails("100", 7, 1, "bad-target");
        assertFails("99", 8, 1, "bad-window");
        assertThat(KIT.objectives.set(
                        KIT.caller(acme, Role.OPERATOR), Indicator.AVAILABILITY, new BigDecimal("99"), 7, 1))
                .isInstanceOf(Enforced.Refused.class);
    }

    private void assertFails(String percent, int days, int version, String code) {
        assertThat(ReliabilityKit.code(KIT.objectives.set(
                        KIT.caller(acme, Role.PARTNER_ADMIN),
                        Indicator.AVAILABILITY,
                        new BigDecimal(percent),
                        days,
                        version)))
                .isEqualTo(code);
    }

    private String facts(ReceiptId receipt) {
        return KIT.kit.query().detail(acme, receipt).orElseThrow().payload().toString();
    }

    @Test
    void anAlertFiresOnceAndIsResolvedOnceAlsoWhereSeveralNodesLookAtTheSameTime() throws Exception {
        requests(acme, 50, 1000);
        requests(globex, 0, 1000);
        lookManyTimesAtOnce();
        assertThat(KIT.alertRows.firing(acme))
                .extracting(BurnAlert::rule)
                .containsExactlyInAnyOrder(BurnRule.FAST, BurnRule.SLOW, BurnRule.STEADY);
        assertThat(KIT.alertRows.firing(globex)).isEmpty();
        assertThat(receipts("reliability.alert")).isEqualTo(3);
        CLOCK.pass(Duration.ofMinutes(7));
        requests(acme, 0, 1000);
        lookManyTimesAtOnce();
        var fast = KIT.alertRows.latest(acme, 10).stream()
                .filter(alert -> alert.rule() == BurnRule.FAST)
                .toList();
        assertThat(fast).singleElement().satisfies(alert -> {
            assertThat(alert.isFiring()).isFalse();
            assertThat(alert.over()).isCloseTo(50, offset(1e-6));
            assertThat(facts(alert.fired().orElseThrow()))
                    .contains("state=fired", "severity=page", "longWindowBurn=50.00");
            assertThat(facts(alert.resolved().orElseThrow()))
                    .contains("state=resolved", alert.fired().orElseThrow().value());
        });
        assertThat(KIT.alertRows.firing(acme)).hasSize(2);
        assertThat(receipts("reliability.alert")).isEqualTo(4);
    }

    private void lookManyTimesAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ended : threads.invokeAll(IntStream.range(0, 4)
                    .<Callable<Void>>mapToObj(_ -> () -> {
                        KIT.looker().look(acme);
                        KIT.looker().look(globex);
                        return null;
                    })
                    .toList())) {
                ended.get();
            }
        }
    }

    private long receipts(String action) {
        return KIT.kit
                .jdbc()
                .sql("SELECT COUNT(*) FROM receipt WHERE tenant_id = ? AND action = ?")
                .params(acme.value(), action)
                .query(Long.class)
                .single();
    }

    @Test
    void anAlertDoesNotEndBecauseNobodyAsksAnyMore() {
        requests(acme, 500, 1000);
        KIT.looker().look(acme);
        CLOCK.pass(Duration.ofMinutes(20));
        KIT.looker().look(acme);
        assertThat(KIT.alertRows.firing(acme)).extracting(BurnAlert::rule).contains(BurnRule.FAST);
        CLOCK.pass(Duration.ofMinutes(50));
        KIT.looker().look(acme);
        assertThat(KIT.alertRows.firing(acme)).extracting(BurnAlert::rule).doesNotContain(BurnRule.FAST);
    }

    @Test
    void oneFailureOfThreeIsNoAlert() {
        requests(acme, 1, 3);
        KIT.looker().look(acme);
        assertThat(KIT.alertRows.latest(acme, 1)).isEmpty();
    }

    @Test
    void theDeskGivesLevelsBudgetsAndDaysOfTheCallersTenantOnly() {
        requests(acme, 1, 2000);
        KIT.looker().look(acme);
        var seen = KIT.desk.of(KIT.caller(acme, Role.EVALUATOR));
        assertThat(seen.since()).isPresent();
        assertThat(seen.levels()).hasSize(3);
        var availability = seen.levels().getFirst();
        assertThat(availability.isMet()).isTrue();
        assertThat(availability.budget().left().orElseThrow()).isCloseTo(0.5, offset(1e-9));
        assertThat(availability.days()).hasSize(28);
        assertThat(availability.days().getLast().tally()).isEqualTo(new Tally(1999, 2000));
        assertThat(KIT.desk.of(KIT.caller(globex, Role.OPERATOR)).levels())
                .allSatisfy(level -> assertThat(level.budget().left()).isEmpty());
        assertThat(KIT.desk.againstViewing(KIT.caller(acme, Role.FINANCE))).isPresent();
    }

    @Test
    void aTimeBeforeAnythingWasCountedIsNotRecordedAndAQuietOneIsNone() {
        var before = CLOCK.instant();
        CLOCK.pass(Duration.ofHours(1));
        KIT.looker().look(acme);
        CLOCK.pass(Duration.ofHours(1));
        assertThat(KIT.recorded.over(acme, before.minus(DAY), before)).isEmpty();
        assertThat(KIT.recorded.alerts(acme, before.minus(DAY), before)).isEmpty();
        assertThat(KIT.recorded.over(acme, before, CLOCK.instant()).orElseThrow())
                .allSatisfy(level -> assertThat(level.inTime().isEmpty()).isTrue());
        assertThat(KIT.recorded.alerts(acme, before, CLOCK.instant())).contains(List.of());
    }

    @Test
    void aRampCanBeGuardedByFaults() {
        var signal = new ServerErrors(KIT.rows);
        var now = CLOCK.instant();
        var to = now.plus(Duration.ofMinutes(2));
        var flag = new FlagKey("new-diff");
        assertThat(signal.read(flag, Set.of(acme, globex), now, to)).isInstanceOf(Reading.NoData.class);
        requests(acme, 3, 20);
        requests(globex, 1, 20);
        assertThat(signal.read(flag, Set.of(acme, globex), now, to)).isEqualTo(new Reading.Figure(10, 40));
        assertThat(signal.read(flag, Set.of(globex), now, to)).isEqualTo(new Reading.Figure(5, 20));
    }
}
