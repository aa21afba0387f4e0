package io.switchboard.insight.trustcentre;

import static io.switchboard.insight.trustcentre.TrustCentreKit.assertFails;
import static io.switchboard.insight.trustcentre.TrustCentreKit.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Role;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrustCentreTest {

    private TrustCentreKit kit = new TrustCentreKit();

    @BeforeEach
    void anew() {
        kit = new TrustCentreKit();
    }

    @Test
    void isClosedUntilAPartnerAdminOpensItAndThenOnlyForThatTenant() {
        assertThat(kit.centre.open(kit.acme)).isEmpty();
        kit.open(kit.acme);
        assertThat(kit.centre.open(kit.acme)).isPresent();
        assertThat(kit.centre.open(kit.globex)).isEmpty();
        kit.close(kit.acme);
        assertThat(kit.centre.open(kit.acme)).isEmpty();
    }

    @Test
    void opensWithAWelcomeTermsAndAtLeastOneDocument() {
        assertFails(configured("", "Terms", Set.of(TrustDocument.POSTURE_PACK), 0), "no-welcome");
        assertFails(configured("Hello", " ", Set.of(TrustDocument.POSTURE_PACK), 0), "no-terms");
        assertFails(configured("Hello", "Terms", Set.of(), 0), "nothing-listed");
        assertFails(configured("x".repeat(2_001), "Terms", Set.of(), 0), "bad-welcome");
        assertFails(configured("Hello", "x".repeat(10_001), Set.of(), 0), "bad-terms");
        assertThat(kit.centre.settings(kit.ada()).version()).isZero();
    }

    @Test
    void otherWordsInTheTermsAreTheirNextVersionAndTheSameWordsAreNot() {
        kit.open(kit.acme, "First.");
        kit.open(kit.acme, "First.");
        assertThat(kit.centre.settings(kit.ada()).terms().version()).isEqualTo(1);
        kit.open(kit.acme, "Second.");
        assertThat(kit.centre.settings(kit.ada()).terms()).isEqualTo(new Terms(2, "Second."));
        assertThat(kit.centre.terms(kit.ada(), 1)).contains(new Terms(1, "First."));
    }

    @Test
    void ofTwoWhoChangeItAtOnceTheSecondIsTold() {
        kit.open(kit.acme);
        assertThat(configured("Hello", "Terms", Set.of(TrustDocument.POSTURE_PACK), 1))
                .isInstanceOf(Enforced.Done.class);
        assertFails(configured("Hallo", "Terms", Set.of(TrustDocument.POSTURE_PACK), 1), "changed-meanwhile");
        assertThat(kit.centre.settings(kit.ada()).welcome()).isEqualTo("Hello");
    }

    @Test
    void isSetUpByPartnerAdminsAndSeenByThoseWhoDecideOrJudge() {
        for (var role : Set.of(Role.APPROVER, Role.EVALUATOR, Role.OPERATOR)) {
            var draft = new CentreSettings.Draft(true, "Hello", Set.of(TrustDocument.POSTURE_PACK), "Terms");
            assertThat(kit.centre.configure(caller(kit.acme, role), draft, 0)).isInstanceOf(Enforced.Refused.class);
            assertThat(kit.centre.againstViewing(caller(kit.acme, role)).isPresent())
                    .isEqualTo(role == Role.OPERATOR);
        }
    }

    private Enforced<CentreSettings> configured(String welcome, String terms, Set<TrustDocument> listed, int version) {
        return kit.centre.configure(kit.ada(), new CentreSettings.Draft(true, welcome, listed, terms), version);
    }
}
