package io.switchboard.insight.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Baselines of response times, and what is compared with them, on MariaDB. */
class BaselinesModuleTest {

    private static final SteppedClock CLOCK = new SteppedClock(Instant.parse("2026-11-22T09:00:00Z"));
    private static final ReliabilityKit KIT = new ReliabilityKit(CLOCK);
    private static final LocalDate FIRST = LocalDate.parse("2026-09-01");
    private static final LocalDate LAST = LocalDate.parse("2026-09-30");
    private static final Instant THEN = Instant.parse("2026-09-30T23:59:59Z");
    private static final Instant LATELY = Instant.parse("2026-11-20T08:00:00Z");

    private final TenantId acme = KIT.tenant();
    private final Caller ada = KIT.caller(acme, Role.PARTNER_ADMIN);

    private void incident(String key, String type, Instant opened, int minutes) {
        KIT.incidents.add(acme, key, type, opened, Duration.ofMinutes(minutes));
    }

    private Comparison compared(String type) {
        return KIT.desk.of(ada).incidents().stream()
                .filter(one -> one.now().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void comparesMediansOfNowWithThoseOnRecordByType() {
        incident("a", "disk", THEN, 100);
        incident("b", "disk", THEN, 60);
        incident("c", "network", THEN, 30);
        incident("d", "disk", THEN.plusSeconds(1), 1);
        incident("e", "disk", LATELY, 30);
        incident("f", "network", LATELY, 45);
        incident("g", "mail", LATELY, -1);
        var ended = KIT.baselines.record(ada, FIRST, LAST);
        var baseline = KIT.done(ended);
        assertThat(baseline.of(TypeTimes.ALL).orElseThrow().mttm().value()).contains(Duration.ofMinutes(60));
        assertThat(baseline.of("disk").orElseThrow().mttm().value()).contains(Duration.ofMinutes(60));
        assertThat(KIT.baselineRows.current(acme).orElseThrow().receipt())
                .contains(ended.receipt().id());
        assertThat(KIT.kit
                        .query()
                        .detail(acme, ended.receipt().id())
                        .orElseThrow()
                        .payload()
                        .toString())
                .contains("incidents=3", "mitigated=3", "mttmSeconds=3600", "to=2026-09-30");

        assertThat(compared("disk").change().orElseThrow()).isCloseTo(-0.5, offset(1e-9));
        assertThat(compared("disk").reachesGoal()).contains(true);
        assertThat(compared("network").change().orElseThrow()).isCloseTo(0.5, offset(1e-9));
        assertThat(compared("network").reachesGoal()).contains(false);
        assertThat(compared("mail").baseline()).isEmpty();
        assertThat(compared("mail").reachesGoal()).isEmpty();
        assertThat(compared("disk").now().mtta().value()).contains(Duration.ofMinutes(15));
    }

    @Test
    void aLaterBaselineTakesThePlaceOfTheOneBeforeWhichIsKept() {
        incident("a", "disk", THEN, 100);
        incident("b", "disk", THEN.plus(Duration.ofDays(3)), 10);
        KIT.done(KIT.baselines.record(ada, FIRST, LAST));
        KIT.done(KIT.baselines.record(ada, FIRST, LAST.plusDays(5)));
        assertThat(KIT.baselineRows.latest(acme, 5))
                .extracting(Baseline::number)
                .containsExactly(2, 1);
        assertThat(KIT.baselineRows.current(acme).orElseThrow().to()).isEqualTo(LAST.plusDays(5));
        assertThat(KIT.baselineRows.current(KIT.tenant())).isEmpty();
    }

    @Test
    void isRefusedWhereThereIsNothingToRecordAndByPolicy() {
        incident("a", "disk", THEN, -1);
        assertThat(ReliabilityKit.code(KIT.baselines.record(ada, FIRST, LAST))).isEqualTo("nothing-mitigated");
        assertThat(ReliabilityKit.code(KIT.baselines.record(ada, LAST, FIRST))).isEqualTo("bad-period");
        assertThat(ReliabilityKit.code(KIT.baselines.record(ada, FIRST.minusYears(2), LAST)))
                .isEqualTo("bad-period");
        assertThat(ReliabilityKit.code(KIT.baselines.record(ada, FIRST, LocalDate.parse("2026-11-23"))))
                .isEqualTo("not-over");
        assertThat(KIT.baselines.record(KIT.caller(acme, Role.OPERATOR), FIRST, LAST))
                .isInstanceOf(Enforced.Refused.class);
        assertThat(KIT.desk.of(ada).baseline()).isEmpty();
    }
}
