package io.switchboard.insight.trustreports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.insight.reliability.RecordedLevels;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the portal's own database, for tenants that nobody else knows and a week long past. */
class LevelMeasuresTest extends SignedInViewTest {

    /** Longer ago than what the portal counts while tests run, and not so long that it is forgotten. */
    private Week week() {
        return Week.of(bean(Clock.class).instant().minus(Duration.ofDays(300)), ZoneOffset.UTC);
    }

    private Tenant tenant() {
        return bean(Tenants.class)
                .register(
                        new Slug("levels-" + new Random().nextInt(1_000_000)),
                        Plan.ENTERPRISE,
                        new TenantSettings("Levels", "#1f5eff", Optional.empty(), 365));
    }

    private void recordedSince(Tenant tenant, Instant since) {
        bean(JdbcClient.class)
                .sql("REPLACE INTO reliability_mark (tenant_id, recorded_since, log_size) VALUES (?, ?, 0)")
                .params(tenant.id().value(), Utc.column(since))
                .update();
    }

    private void counted(Tenant tenant, Instant at, long good, long total) {
        bean(JdbcClient.class)
                .sql(
                        "INSERT INTO reliability_count (tenant_id, indicator, bucket, good, total) VALUES (?, 'availability', ?, ?, ?)")
                .params(tenant.id().value(), Utc.column(at), good, total)
                .update();
    }

    private LevelMeasures.Standing standing(Tenant tenant) {
        return new LevelMeasures(bean(RecordedLevels.class))
                .of(tenant, new Span(week(), bean(Clock.class).instant()));
    }

    private static List<String> now(LevelMeasures.Standing standing) {
        return standing.measures().stream()
                .map(measure -> measure.now().words())
                .toList();
    }

    @Test
    void aWeekBeforeAnythingWasCountedIsNotRecorded() {
        var standing = standing(tenant());
        assertThat(now(standing)).hasSize(7).containsOnly("not recorded");
        assertThat(standing.words()).isEqualTo("Service levels were not recorded yet.");
        assertThat(standing.trouble()).isFalse();
    }

    @Test
    void aWeekWithoutRequestsIsNoneToCountAndNeverAllOrNothing() {
        var tenant = tenant();
        recordedSince(tenant, week().previous().from());
        assertThat(now(standing(tenant)))
                .containsExactly(
                        "none to count",
                        "none to count",
                        "none to count",
                        "none to count",
                        "none to count",
                        "none to count",
                        "0");
    }

    @Test
    void saysTheLevelOfTheWeekTheBudgetAtItsEndAndTheWeekBefore() {
        var tenant = tenant();
        recordedSince(tenant, week().previous().from());
        counted(tenant, week().from(), 1_999, 2_000);
        counted(tenant, week().from().minusSeconds(60), 2_000, 2_000);
        counted(tenant, week().until(), 0, 500);
        var standing = standing(tenant);
        var level = standing.measures().getFirst();
        assertThat(level.now()).isEqualTo(new Reading.Share(1_999, 2_000));
        assertThat(level.before()).isEqualTo(new Reading.Share(2_000, 2_000));
        assertThat(level.counted()).startsWith("Objective: 99.9 % over 28 days.");
        assertThat(standing.measures().get(1).now()).isEqualTo(new Reading.Said("75.0 %"));
        assertThat(standing.words()).startsWith("1 of 1 objective is met.");
        assertThat(standing.trouble()).isFalse();
    }

    @Test
    void aSpentBudgetWantsALookAndAWeekThatIsOnlyPartlyOnRecordSaysSo() {
        var tenant = tenant();
        recordedSince(tenant, week().from().plus(Duration.ofDays(2)));
        counted(tenant, week().from().plus(Duration.ofDays(3)), 90, 100);
        var standing = standing(tenant);
        assertThat(standing.trouble()).isTrue();
        assertThat(standing.words())
                .isEqualTo("0 of 1 objective is met. Service levels are on record since "
                        + week().monday().plusDays(2) + ".");
        assertThat(standing.measures().getFirst().before()).isEqualTo(new Reading.NotRecorded());
    }
}
