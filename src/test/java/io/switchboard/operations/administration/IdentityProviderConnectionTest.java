package io.switchboard.operations.administration;

import static io.switchboard.operations.administration.AdministrationKit.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.kernel.Role;
import io.switchboard.platform.identity.ConnectionId;
import io.switchboard.platform.identity.IdentityKit;
import io.switchboard.platform.identity.IdpConnection;
import io.switchboard.platform.identity.IdpConnection.Stage;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.OidcConnection;
import io.switchboard.platform.identity.TestLogin;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentityProviderConnectionTest {

    private final AdministrationKit kit = new AdministrationKit();
    private final Member grace = kit.member("grace", Role.PARTNER_ADMIN);
    private final Member otis = kit.member("otis", Role.OPERATOR);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void keepsACandidateThatNoSignInGoesThrough() {
        var id = connect();
        assertThat(candidate().id()).contains(id);
        assertThat(candidate().issuer()).isEqualTo(kit.provider.issuer());
        assertThat(kit.identity.connections().own(kit.globex.id())).isEmpty();
    }

    @Test
    void sealsTheSecretAndStatesNothingThatWasTyped() {
        connect();
        var stored = kit.control
                .jdbc()
                .sql("SELECT client_secret FROM oidc_connection")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("top-secret");
        assertThat(kit.payload()).doesNotContain("localhost", "portal-client", "top-secret");
        assertThat(kit.newest().disclosures().toString())
                .contains("portal-client")
                .doesNotContain("top-secret");
    }

    @Test
    void leavesAFailedReceiptWithTheReasonOfADiscovery() {
        var ended = (Enforced.Failed<ConnectionId>) kit.connection.connect(
                caller(grace), new ProviderCredentials("https://10.0.0.1", "portal-client", "top-secret"));
        assertThat(ended.failure().code()).isEqualTo("address-not-allowed");
        assertThat(kit.newest().row().receipt().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(kit.identity.lifecycle().find(kit.globex.id(), Stage.CANDIDATE))
                .isEmpty();
    }

    @Test
    void asksForClientIdAndSecret() {
        var ended = (Enforced.Failed<ConnectionId>) kit.connection.connect(
                caller(grace), new ProviderCredentials(kit.provider.issuer(), "portal-client", " "));
        assertThat(ended.failure().code()).isEqualTo("credentials");
    }

    @Test
    void callsNoAddressForSomebodyWhoMayNotConnectAProvider() {
        var credentials = new ProviderCredentials(kit.provider.issuer(), "portal-client", "top-secret");
        assertThat(kit.connection.connect(caller(otis), credentials)).isInstanceOf(Enforced.Refused.class);
        assertThat(kit.connection.discover(caller(otis), kit.provider.issuer()))
                .extracting("code")
                .isEqualTo("not-allowed");
        assertThat(kit.provider.asked()).isZero();
    }

    @Test
    void activatesACandidateThatAPartnerAdminCameThrough() {
        var id = connect();
        kit.signIns.tested(kit.globex, grace, new TestLogin.Vouched("grace"));
        assertThat(candidate().tested()).map(IdpConnection.Login::by).contains(grace.id());
        assertThat(kit.connection.activate(caller(grace), id)).isInstanceOf(Enforced.Done.class);
        assertThat(kit.identity.connections().own(kit.globex.id()))
                .map(OidcConnection::issuer)
                .contains(kit.provider.issuer());
        assertThat(kit.identity.lifecycle().find(kit.globex.id(), Stage.CANDIDATE))
                .isEmpty();
        assertThat(kit.control.events()).anyMatch(IdpActivated.class::isInstance);
    }

    @Test
    void activatesNothingThatWasNotTested() {
        var ended = (Enforced.Failed<ConnectionId>) kit.connection.activate(caller(grace), connect());
        assertThat(ended.failure().code()).isEqualTo("not-tested");
        assertThat(kit.identity.connections().own(kit.globex.id())).isEmpty();
    }

    @Test
    void countsNoTestOfSomebodyWhoCouldNotRepairTheConnection() {
        connect();
        kit.signIns.tested(kit.globex, grace, new TestLogin.Vouched("otis"));
        assertFailed("not-an-admin", "otis");
        kit.signIns.tested(kit.globex, grace, new TestLogin.Vouched("nobody"));
        assertFailed("not-a-member", "nobody");
        IdentityKit.deactivate(kit.control.jdbc(), grace);
        kit.signIns.tested(kit.globex, grace, new TestLogin.Vouched("grace"));
        assertFailed("deactivated", "grace");
    }

    @Test
    void saysWhatBrokeALogin() {
        connect();
        kit.signIns.tested(kit.globex, grace, new TestLogin.Broken("invalid_client"));
        assertFailed("login-broken", "invalid_client");
        assertThat(kit.payload()).contains("error=invalid_client");
    }

    @Test
    void forgetsAnEarlierSuccessWhenATestFails() {
        var id = connect();
        kit.signIns.tested(kit.globex, grace, new TestLogin.Vouched("grace"));
        kit.signIns.tested(kit.globex, grace, new TestLogin.Broken("access_denied"));
        assertThat(kit.connection.activate(caller(grace), id)).isInstanceOf(Enforced.Failed.class);
    }

    @Test
    void forgetsTheTestWhenTheCandidateIsReplaced() {
        var first = connect();
        kit.signIns.tested(kit.globex, grace, new TestLogin.Vouched("grace"));
        var second = connect();
        assertThat(kit.connection.activate(caller(grace), first)).isInstanceOf(Enforced.Failed.class);
        assertThat(kit.connection.activate(caller(grace), second)).isInstanceOf(Enforced.Failed.class);
    }

    @Test
    void refusesTheTestOfAMemberWhoMayNotConnectAProvider() {
        connect();
        kit.signIns.tested(kit.globex, otis, new TestLogin.Vouched("grace"));
        assertThat(kit.newest().row().receipt().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(candidate().tested()).isEmpty();
    }

    private void assertFailed(String code, String shown) {
        assertThat(kit.newest().row().receipt().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(kit.payload()).contains("failure=" + code);
        assertThat(candidate().problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains(shown));
        assertThat(candidate().tested()).isEqualTo(Optional.empty());
    }

    private ConnectionId connect() {
        var credentials = new ProviderCredentials(kit.provider.issuer(), "portal-client", "top-secret");
        return ((Enforced.Done<ConnectionId>) kit.connection.connect(caller(grace), credentials)).value();
    }

    private IdpConnection candidate() {
        return kit.identity.lifecycle().find(kit.globex.id(), Stage.CANDIDATE).orElseThrow();
    }
}
