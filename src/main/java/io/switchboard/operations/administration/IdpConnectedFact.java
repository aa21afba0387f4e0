package io.switchboard.operations.administration;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Completion;
import io.switchboard.operations.onboarding.ReceiptedFacts;
import io.switchboard.operations.onboarding.SetupFact;
import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.identity.IdpConnection;
import io.switchboard.platform.identity.IdpConnection.Stage;
import io.switchboard.platform.identity.IdpConnections;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A provider is connected once somebody has really signed in through the active connection; the proof is the receipt of its activation. Another
 * connection in its place opens the step again, until somebody comes through that one.
 */
@Component
class IdpConnectedFact implements SetupFact {

    private final ReceiptedFacts facts;
    private final IdpConnections connections;

    IdpConnectedFact(ReceiptedFacts facts, IdpConnections connections) {
        this.facts = facts;
        this.connections = connections;
    }

    @Override
    public SetupStep step() {
        return SetupStep.CONNECT_IDP;
    }

    @Override
    public Optional<Completion> in(TenantId tenant) {
        return connections
                .find(tenant, Stage.ACTIVE)
                .flatMap(IdpConnection::firstLogin)
                .flatMap(login -> facts.latest(tenant, IdentityProviderConnection.ACTIVATE)
                        .map(proof -> new Completion(login.at(), Actor.user(login.by()), proof)));
    }

    @Override
    public String page() {
        return "settings/identity-provider";
    }

    @Override
    public String invitation() {
        return "Connect";
    }
}
