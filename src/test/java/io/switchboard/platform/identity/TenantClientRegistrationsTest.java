package io.switchboard.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.signing.SecretBox;
import io.switchboard.platform.signing.SigningKit;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

class TenantClientRegistrationsTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated("tenancy", "identity"));
    private final IdentityKit identity =
            IdentityKit.on(jdbc, new SecretBox(SigningKit.randomMasterKey()), Clock.systemUTC());
    private final TenantClientRegistrations registrations =
            new TenantClientRegistrations(identity.tenants(), identity.connections());
    private final Tenant platform = tenant("platform");
    private final Tenant globex = tenant("globex");

    @Test
    void goesThroughThePlatformsProviderUntilATenantHasItsOwn() {
        identity.connections().connect(platform.id(), connection("https://platform.example"));
        assertThat(issuer("globex")).isEqualTo("https://platform.example");
        identity.connections().connect(globex.id(), connection("https://globex.example"));
        assertThat(issuer("globex")).isEqualTo("https://globex.example");
    }

    @Test
    void triesACandidateOutWithoutTouchingTheUsualSignIn() {
        identity.connections().connect(platform.id(), connection("https://platform.example"));
        identity.connections().propose(globex.id(), ConnectionId.random(), connection("https://new.example"));
        assertThat(issuer("globex~candidate")).isEqualTo("https://new.example");
        assertThat(issuer("globex")).isEqualTo("https://platform.example");
    }

    @Test
    void keepsTheWayBackInThroughThePlatformsProvider() {
        identity.connections().connect(platform.id(), connection("https://platform.example"));
        identity.connections().connect(globex.id(), connection("https://globex.example"));
        assertThat(issuer("globex~recovery")).isEqualTo("https://platform.example");
    }

    @Test
    void knowsNoCandidateWhereThereIsNone() {
        identity.connections().connect(globex.id(), connection("https://globex.example"));
        assertThat(registrations.findByRegistrationId("globex~candidate")).isNull();
        assertThat(registrations.findByRegistrationId("nobody")).isNull();
        assertThat(registrations.findByRegistrationId("../etc")).isNull();
    }

    @Test
    void tellsWhereASessionEndsAndAsksForPkce() {
        identity.connections().connect(globex.id(), connection("https://globex.example"));
        var registration = registration("globex");
        assertThat(registration.getProviderDetails().getConfigurationMetadata())
                .containsEntry("end_session_endpoint", "https://globex.example/logout");
        assertThat(registration.getClientSettings().isRequireProofKey()).isTrue();
        assertThat(registration.getRedirectUri()).isEqualTo("{baseUrl}/login/oauth2/code/globex");
    }

    @Test
    void notesOnlyTheFirstSignInThroughTheTenantsOwnConnection() {
        identity.connections().connect(globex.id(), connection("https://globex.example"));
        var first = MemberId.random();
        identity.lifecycle().signedIn(globex.id(), first);
        identity.lifecycle().signedIn(globex.id(), MemberId.random());
        var active = identity.lifecycle()
                .find(globex.id(), IdpConnection.Stage.ACTIVE)
                .orElseThrow();
        assertThat(active.firstLogin()).map(IdpConnection.Login::by).contains(first);
        assertThat(identity.lifecycle().find(platform.id(), IdpConnection.Stage.ACTIVE))
                .isEmpty();
    }

    private String issuer(String registrationId) {
        return Objects.requireNonNull(
                registration(registrationId).getProviderDetails().getIssuerUri());
    }

    private ClientRegistration registration(String registrationId) {
        return Objects.requireNonNull(registrations.findByRegistrationId(registrationId));
    }

    private Tenant tenant(String slug) {
        return identity.tenants()
                .register(new Slug(slug), Plan.PRO, new TenantSettings(slug, "#1f5eff", Optional.empty(), 365));
    }

    private static OidcConnection connection(String issuer) {
        return new OidcConnection(
                issuer,
                "client",
                "secret",
                issuer + "/authorize",
                issuer + "/token",
                issuer + "/jwks",
                Optional.of(issuer + "/logout"));
    }
}
