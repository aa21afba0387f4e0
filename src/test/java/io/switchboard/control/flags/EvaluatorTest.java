package io.switchboard.control.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final TenantId ACME = TenantId.random();
    private static final TenantId GLOBEX = TenantId.random();
    private static final CohortKey PILOT = new CohortKey("pilot");

    private static final Rule ACME_ON = new Rule(new Target.OneTenant(ACME), true);
    private static final Rule ACME_OFF = new Rule(new Target.OneTenant(ACME), false);
    private static final Rule PILOT_ON = new Rule(new Target.InCohort(PILOT), true);

    private static Flag flag(String key, Rule... rules) {
        return new Flag(new FlagKey(key), "A flag", Optional.empty(), false, true, List.of(rules), 3, Instant.EPOCH);
    }

    private static Evaluation evaluate(Flag flag, TenantId tenant, CohortKey... in) {
        return Evaluator.evaluate(flag, new FlagContext(tenant, Set.of(in)));
    }

    private static Set<TenantId> within(String key, int percent, List<TenantId> tenants) {
        var flag = flag(key, new Rule(new Target.Share(percent), true));
        return tenants.stream().filter(tenant -> evaluate(flag, tenant).value()).collect(Collectors.toSet());
    }

    private static List<TenantId> tenants(int count) {
        return Stream.generate(TenantId::random).limit(count).toList();
    }

    @Test
    void givesTheDefaultToWhomNoRuleIsAbout() {
        var got = evaluate(flag("f", ACME_ON, PILOT_ON), GLOBEX);
        assertThat(got.value()).isFalse();
        assertThat(got.variant()).isEqualTo("off");
        assertThat(got.reason()).isEqualTo(Reason.DEFAULT);
        assertThat(got.metadata()).containsOnly(Map.entry("version", 3));
    }

    @Test
    void theFirstRuleThatIsAboutTheTenantCounts() {
        assertThat(evaluate(flag("f", ACME_OFF, PILOT_ON), ACME, PILOT).value()).isFalse();
        assertThat(evaluate(flag("f", PILOT_ON, ACME_OFF), ACME, PILOT).value()).isTrue();
        var got = evaluate(flag("f", PILOT_ON), ACME, PILOT);
        assertThat(got.reason()).isEqualTo(Reason.TARGETING_MATCH);
        assertThat(got.metadata()).containsEntry("rule", "cohort:pilot");
    }

    @Test
    void theKillSwitchOverridesEveryRuleAndTheDefault() {
        var killed = flag("f", ACME_ON)
                .described(new FlagDraft("A flag", Optional.empty(), true))
                .switched(false);
        for (var tenant : List.of(ACME, GLOBEX)) {
            assertThat(evaluate(killed, tenant).value()).isFalse();
            assertThat(evaluate(killed, tenant).reason()).isEqualTo(Reason.DISABLED);
        }
    }

    @Test
    void normalisesAsTheClientSpecificationOfUnleashDoes() {
        assertThat(Bucket.of("gr1", "123")).isEqualTo(73);
        assertThat(Bucket.of("groupX", "999")).isEqualTo(25);
    }

    @Test
    void aLargerShareOnlyAddsTenants() {
        var tenants = tenants(500);
        var before = Set.<TenantId>of();
        for (int percent = 0; percent <= 100; percent++) {
            var now = within("new-diff", percent, tenants);
            assertThat(now).containsAll(before);
            before = now;
        }
        assertThat(within("new-diff", 0, tenants)).isEmpty();
        assertThat(before).hasSize(500);
    }

    @Test
    void aShareIsTheSameTenantsEveryTimeAndOthersForAnotherFlag() {
        var tenants = tenants(500);
        assertThat(within("new-diff", 30, tenants)).isEqualTo(within("new-diff", 30, tenants.reversed()));
        assertThat(within("new-diff", 30, tenants)).isNotEqualTo(within("other", 30, tenants));
    }

    @Test
    void aShareIsAboutAsLargeAsItSays() {
        var tenants = tenants(20_000);
        for (int percent : new int[] {1, 10, 50, 90}) {
            assertThat((double) within("new-diff", percent, tenants).size() / tenants.size())
                    .isEqualTo(percent / 100.0, offset(0.015));
        }
    }

    @Test
    void aShareSaysTheTenantsPlace() {
        var all = flag("f", new Rule(new Target.Share(100), true));
        var got = evaluate(all, ACME);
        assertThat(got.reason()).isEqualTo(Reason.SPLIT);
        assertThat(got.metadata()).containsEntry("bucket", Bucket.of("f", ACME.value()));
    }

    @Test
    void everyBucketIsFromOneToAHundred() {
        assertThat(IntStream.range(0, 5_000)
                        .map(i -> Bucket.of("f", "key-" + i))
                        .distinct())
                .hasSize(100)
                .allMatch(bucket -> bucket >= 1 && bucket <= 100);
    }
}
