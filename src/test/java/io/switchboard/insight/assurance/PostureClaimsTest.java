package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PostureClaimsTest {

    private static final Finding GOOD = Finding.holds("1 of 1", Map.of("all", 1L), Sha256.of("seen"));
    private static final Finding BAD = Finding.notProven("0 of 1", Map.of("all", 1L), Sha256.of("seen"));

    private record Check(String id, Supplier<Finding> finding) implements PostureCheck {

        @Override
        public String title() {
            return "Title of " + id;
        }

        @Override
        public String checkedHow() {
            return "How " + id + " was checked";
        }

        @Override
        public Finding check(Tenant tenant, Instant now) {
            return finding.get();
        }
    }

    private static List<PostureClaim> claims(PostureCheck... checks) {
        var clock = Clock.fixed(Receipted.NOW.plusNanos(5), ZoneOffset.UTC);
        return new PostureClaims(List.of(checks), clock).of(new Receipted().tenant(0));
    }

    @Test
    void saysOfEachClaimWhatItsCheckFound() {
        var claims = claims(new Check("one", () -> GOOD), new Check("two", () -> BAD));
        assertThat(claims).extracting(PostureClaim::verdict).containsExactly(Verdict.HOLDS, Verdict.NOT_PROVEN);
        assertThat(claims.getFirst())
                .isEqualTo(new PostureClaim(
                        "one",
                        "Title of one",
                        Verdict.HOLDS,
                        "1 of 1",
                        Map.of("all", 1L),
                        "How one was checked",
                        Receipted.NOW,
                        Optional.of(Sha256.of("seen"))));
    }

    @Test
    void aCheckThatBreaksOffProvesNothingAndKeepsNoOtherFromBeingMade() {
        var claims = claims(
                new Check("one", () -> {
                    throw new IllegalStateException("row 17 of Grace Hopper");
                }),
                new Check("two", () -> GOOD));
        assertThat(claims).extracting(PostureClaim::verdict).containsExactly(Verdict.NOT_PROVEN, Verdict.HOLDS);
        assertThat(claims.getFirst().finding())
                .startsWith("The check broke off (IllegalStateException)")
                .doesNotContain("Grace");
        assertThat(claims.getFirst().evidence()).isEmpty();
    }

    @Test
    void aClaimThatHeldIsAgedAfterADay() {
        var claim = claims(new Check("one", () -> GOOD)).getFirst();
        var day = Duration.ofHours(24);
        assertThat(claim.at(Receipted.NOW.plus(day)).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim.at(Receipted.NOW.plus(day).plusSeconds(1)).verdict()).isEqualTo(Verdict.AGED);
    }

    @Test
    void aClaimThatDidNotHoldStaysNotProvenHoweverOld() {
        var claim = claims(new Check("one", () -> BAD)).getFirst();
        assertThat(claim.at(Receipted.NOW.plus(Duration.ofDays(30))).verdict()).isEqualTo(Verdict.NOT_PROVEN);
    }
}
