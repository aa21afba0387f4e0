package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class LatestPostureModuleTest {

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final Receipted log = new Receipted();
    private final Tenant globex = log.tenant(0);
    private final StoredClaims stored =
            new StoredClaims(JdbcClient.create(database), new JdbcTransactionManager(database));
    private int checks;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("assurance");
    }

    private LatestPosture at(Instant now, int claims) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var counting = Collections.nCopies(claims, (PostureCheck) new Counting());
        return new LatestPosture(new PostureClaims(counting, clock), log, stored, clock);
    }

    private void aLongLog() {
        for (int i = 0; i <= 1_000; i++) {
            log.add(log.log, "imports.plan", Outcome.ALLOWED, "x");
        }
    }

    @Test
    void checksAShortLogEveryTime() {
        at(Receipted.NOW, 1).of(globex);
        at(Receipted.NOW, 1).of(globex);
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void checksALongLogOnceAndThenSaysWhatWasFound() {
        aLongLog();
        var first = at(Receipted.NOW, 2).of(globex);
        assertThat(at(Receipted.NOW.plus(Duration.ofHours(1)), 2).of(globex)).isEqualTo(first);
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void saysSoWhenTheLastCheckIsMoreThanADayOld() {
        aLongLog();
        at(Receipted.NOW, 1).of(globex);
        var later = at(Receipted.NOW.plus(Duration.ofHours(25)), 1);
        assertThat(later.of(globex)).extracting(PostureClaim::verdict).containsExactly(Verdict.AGED);
        later.check(globex);
        assertThat(later.of(globex)).extracting(PostureClaim::verdict).containsExactly(Verdict.HOLDS);
    }

    @Test
    void keepsEachTenantsClaimsApart() {
        aLongLog();
        at(Receipted.NOW, 1).of(globex);
        assertThat(stored.of(log.tenant(0).id())).isEmpty();
    }

    @Test
    void forgetsClaimsThatAreNoLongerMade() {
        at(Receipted.NOW, 3).check(globex);
        at(Receipted.NOW, 1).check(globex);
        assertThat(stored.of(globex.id())).hasSize(1);
    }

    private final class Counting implements PostureCheck {

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public String title() {
            return "Counting";
        }

        @Override
        public String checkedHow() {
            return "By counting.";
        }

        @Override
        public Finding check(Tenant tenant, Instant now) {
            checks++;
            return Finding.holds("Counted.", Map.of("all", 1L), Sha256.of("all"));
        }
    }

    @Test
    void readsBackExactlyWhatItKept() {
        var claims = at(Receipted.NOW, 2).check(globex);
        assertThat(stored.of(globex.id())).isEqualTo(List.copyOf(claims));
    }
}
