package io.switchboard.operations.administration;

import static io.switchboard.operations.administration.AdministrationKit.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Role;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.Landing;
import io.switchboard.operations.onboarding.Onboarding;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupDesk;
import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.identity.ConnectionId;
import io.switchboard.platform.identity.IdentityKit;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.TestLogin;
import io.switchboard.platform.tenancy.TenantSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SetupFactsTest {

    private final AdministrationKit kit = new AdministrationKit();
    private final Member grace = kit.member("grace", Role.PARTNER_ADMIN);
    private final ReceiptedFacts facts = new ReceiptedFacts(kit.control.query());
    private final AdministrationFacts steps = new AdministrationFacts();
    private final Onboarding onboarding = new Onboarding(
            List.of(
                    steps.tenantConfigured(facts),
                    steps.evidenceExported(facts),
                    new IdpConnectedFact(facts, kit.identity.lifecycle())),
            tenant -> Map.of());

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void beginsWithTheProviderAndListsWhatCannotBeDoneYet() {
        var checklist = onboarding.checklist(kit.globex);
        assertThat(checklist.items()).extracting(Checklist.Item::step).containsExactly(SetupStep.values());
        assertThat(checklist.items())
                .extracting(Checklist.Item::state)
                .containsExactly(
                        Checklist.State.OPEN,
                        Checklist.State.OPEN,
                        Checklist.State.NOT_YET,
                        Checklist.State.NOT_YET,
                        Checklist.State.NOT_YET,
                        Checklist.State.OPEN);
        assertThat(checklist.done()).isZero();
        assertThat(checklist.next()).map(Checklist.Item::step).contains(SetupStep.CONNECT_IDP);
    }

    @Test
    void carriesTheReceiptOfTheFirstConfiguration() {
        var first = configure("Globex Ltd", 0);
        configure("Globex Limited", 1);
        assertThat(completion(SetupStep.CONFIGURE_TENANT)).hasValueSatisfying(done -> {
            assertThat(done.proof().receipt().id()).isEqualTo(first.receipt().id());
            assertThat(done.by()).isEqualTo(caller(grace).actor());
        });
    }

    @Test
    void countsNoRefusalAsDone() {
        var otis = kit.member("otis", Role.OPERATOR);
        kit.configuration.configure(caller(otis), settings("Globex Ltd"), 0);
        assertThat(completion(SetupStep.CONFIGURE_TENANT)).isEmpty();
    }

    @Test
    void isConnectedOnlyOnceSomebodyReallyCameThroughTheActiveConnection() {
        activate();
        assertThat(completion(SetupStep.CONNECT_IDP)).isEmpty();
        IdentityKit.signedIn(kit.identity, grace);
        assertThat(completion(SetupStep.CONNECT_IDP))
                .hasValueSatisfying(done ->
                        assertThat(done.proof().receipt().action()).isEqualTo(IdentityProviderConnection.ACTIVATE));
    }

    @Test
    void opensAgainWhenAnotherConnectionTakesItsPlace() {
        activate();
        IdentityKit.signedIn(kit.identity, grace);
        activate();
        assertThat(completion(SetupStep.CONNECT_IDP)).isEmpty();
        assertThat(kit.control.events())
                .filteredOn(SetupDesk.SetupFactGone.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(SetupDesk.SetupFactGone.class, gone -> {
                    assertThat(gone.step()).isEqualTo(SetupStep.CONNECT_IDP);
                    assertThat(gone.was().proof().receipt().action()).isEqualTo(IdentityProviderConnection.ACTIVATE);
                });
    }

    @Test
    void measuresTheTimeToTheFirstUseAndNotToAPreparation() {
        configure("Globex Ltd", 0);
        assertThat(onboarding.checklist(kit.globex).timeToFirstValue()).isEmpty();
    }

    @Test
    void landsAtTheSetupWhileAStepCanBeTaken() {
        var landing = new Landing(onboarding);
        assertThat(landing.page(kit.globex)).isEqualTo("setup");
        assertThat(landing.page(kit.control.tenant("platform"))).isEqualTo("receipts");
        assertThat(new Landing(new Onboarding(List.of(), tenant -> Map.of())).page(kit.globex))
                .isEqualTo("receipts");
    }

    @Test
    void countsNothingOfAnotherTenant() {
        configure("Globex Ltd", 0);
        assertThat(onboarding.checklist(kit.control.tenant("initech")).done()).isZero();
    }

    private Optional<Completion> completion(SetupStep step) {
        return onboarding.checklist(kit.globex).items().stream()
                .filter(item -> item.step() == step)
                .findFirst()
                .flatMap(Checklist.Item::completion);
    }

    private Enforced<?> configure(String name, int version) {
        return kit.configuration.configure(caller(grace), settings(name), version);
    }

    private static TenantSettings settings(String name) {
        return new TenantSettings(name, "#0b7a5c", Optional.empty(), 365);
    }

    private void activate() {
        var credentials = new ProviderCredentials(kit.provider.issuer(), "portal-client", "top-secret");
        var connected = (Enforced.Done<ConnectionId>) kit.connection.connect(caller(grace), credentials);
        kit.signIns.tested(kit.globex, grace, new TestLogin.Vouched("grace"));
        kit.connection.activate(caller(grace), connected.value());
    }
}
