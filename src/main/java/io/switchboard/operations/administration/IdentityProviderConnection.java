package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.onboarding.SetupDesk;
import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.identity.ConnectionId;
import io.switchboard.platform.identity.IdpConnections;
import io.switchboard.platform.identity.OidcConnection;
import io.switchboard.platform.identity.OidcConnections;
import io.switchboard.platform.identity.discovery.Discovered;
import io.switchboard.platform.identity.discovery.ProviderDiscovery;
import io.switchboard.platform.identity.discovery.ProviderMetadata;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Connecting a tenant's own identity provider: discovered, kept as a candidate, tested by a real login, and only then activated. */
@Service
public class IdentityProviderConnection {

    public static final ActionId CONNECT = new ActionId("administration.connect-idp");
    public static final ActionId TEST = new ActionId("administration.test-idp");
    public static final ActionId ACTIVATE = new ActionId("administration.activate-idp");

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final ProviderDiscovery discovery;
    private final OidcConnections connections;
    private final IdpConnections lifecycle;
    private final IdpConnectedFact connected;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IdentityProviderConnection(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            ProviderDiscovery discovery,
            OidcConnections connections,
            IdpConnections lifecycle,
            IdpConnectedFact connected,
            ApplicationEventPublisher events,
            Clock clock) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.discovery = discovery;
        this.connections = connections;
        this.lifecycle = lifecycle;
        this.connected = connected;
        this.events = events;
        this.clock = clock;
    }

    /** Looks at an issuer without keeping anything. Only who may connect a provider makes the portal call an address. */
    public Discovered discover(Caller caller, String issuer) {
        return mayConnect(caller)
                ? discovery.discover(issuer)
                : new Discovered.Problem(
                        "not-allowed", "Only a partner-admin of your tenant may connect an identity provider.");
    }

    /** Advice for the page: whether to offer the steps. */
    public boolean mayConnect(Caller caller) {
        return policy.wouldAllow(PolicyRequest.of(caller, CONNECT, resource(ConnectionId.random())));
    }

    /** Keeps a candidate, in the place of the one before. No sign-in goes through it until it is tested and activated. */
    public Enforced<ConnectionId> connect(Caller caller, ProviderCredentials credentials) {
        var id = ConnectionId.random();
        var found = discover(caller, credentials.issuer());
        return enforcement.perform(GovernedAction.of(caller, CONNECT, resource(id)), () -> switch (found) {
            case Discovered.Provider provider -> propose(caller, id, credentials, provider.metadata());
            case Discovered.Problem problem -> throw new ChangeFailure(problem.code(), problem.sentence());
        });
    }

    /** Lets the tenant's sign-ins go through the tested candidate. */
    public Enforced<ConnectionId> activate(Caller caller, ConnectionId id) {
        return enforcement.perform(GovernedAction.of(caller, ACTIVATE, resource(id)), () -> {
            var before = connected.in(caller.tenant());
            if (!lifecycle.activate(caller.tenant(), id)) {
                throw new ChangeFailure(
                        "not-tested",
                        "This connection has not been tested, or it was replaced since. Sign in through it once (step 2), then activate it.");
            }
            events.publishEvent(new IdpActivated(caller.tenant(), id, clock.instant()));
            before.ifPresent(was -> events.publishEvent(new SetupDesk.SetupFactGone(
                    caller.tenant(),
                    SetupStep.CONNECT_IDP,
                    was,
                    "Another provider took its place, and nobody came through that one yet.")));
            return Effect.of(id, Subject.atVersion("IdpConnection", id.value(), 2));
        });
    }

    private Effect<ConnectionId> propose(
            Caller caller, ConnectionId id, ProviderCredentials credentials, ProviderMetadata metadata) {
        requireCredentials(credentials);
        connections.propose(
                caller.tenant(),
                id,
                new OidcConnection(
                        metadata.issuer(),
                        credentials.clientId(),
                        credentials.clientSecret(),
                        metadata.authorizationUri(),
                        metadata.tokenUri(),
                        metadata.jwksUri(),
                        metadata.endSessionUri()));
        return Effect.of(id, Subject.atVersion("IdpConnection", id.value(), 1))
                .withFacts(Map.of(
                        "issuerDigest", Sha256.of(metadata.issuer()).hex(),
                        "endsSessions", metadata.endSessionUri().isPresent()))
                .withDisclosures(Map.of("issuer", metadata.issuer(), "clientId", credentials.clientId()));
    }

    private static void requireCredentials(ProviderCredentials credentials) {
        require(credentials.clientId(), 200, "client id");
        require(credentials.clientSecret(), 500, "client secret");
    }

    private static void require(String value, int most, String name) {
        if (value.isBlank() || value.length() > most) {
            throw new ChangeFailure(
                    "credentials",
                    "The " + name + " has 1 to " + most + " characters; the provider shows it with the client.");
        }
    }

    static ResourceRef resource(ConnectionId id) {
        return ResourceRef.of("IdpConnection", id.value());
    }
}
