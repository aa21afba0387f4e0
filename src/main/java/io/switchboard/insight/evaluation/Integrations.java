package io.switchboard.insight.evaluation;

import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.insight.evaluation.Integration.State;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.identity.OidcConnections;
import io.switchboard.platform.signing.KeyLifecycle;
import io.switchboard.platform.signing.KeyOrigin;
import io.switchboard.platform.signing.KeyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the connections to the tenant's own systems stand now: its identity provider, its directory, its keys. */
@Component
class Integrations {

    private static final ActionId ACTIVATED = new ActionId("administration.activate-idp");
    private static final ActionId BROUGHT = new ActionId("keys.bring");
    private static final List<ActionId> BY_SCIM = List.of(
            new ActionId("members.provision"),
            new ActionId("members.update"),
            new ActionId("members.deactivate"),
            new ActionId("groups.create"),
            new ActionId("groups.update"));

    /** A directory that changed nothing for so long is quiet, which may be right. */
    private static final Duration FRESH = Duration.ofDays(7);

    private final OidcConnections providers;
    private final KeyLifecycle keys;
    private final OnRecord record;

    Integrations(OidcConnections providers, KeyLifecycle keys, OnRecord record) {
        this.providers = providers;
        this.keys = keys;
        this.record = record;
    }

    List<Integration> of(TenantId tenant, Instant now) {
        return List.of(provider(tenant), directory(tenant, now), ownKeys(tenant));
    }

    private Integration provider(TenantId tenant) {
        var proof = record.latest(tenant, ACTIVATED, Optional.empty());
        return providers.own(tenant).isPresent()
                ? integration(
                        "Sign-in (OpenID Connect)",
                        State.LIVE,
                        "Your people sign in through your own provider.",
                        proof,
                        "settings/identity-provider")
                : integration(
                        "Sign-in (OpenID Connect)",
                        State.OFF,
                        "Your people sign in through the platform's provider.",
                        Optional.empty(),
                        "settings/identity-provider");
    }

    private Integration directory(TenantId tenant, Instant now) {
        var proof = record.latestByService(tenant, BY_SCIM);
        var state = proof.map(row -> row.receipt().occurredAt().isAfter(now.minus(FRESH)) ? State.LIVE : State.QUIET)
                .orElse(State.OFF);
        var says = switch (state) {
            case LIVE -> "Your directory changed members or groups within the last 7 days.";
            case QUIET -> "Your directory has changed nothing for 7 days.";
            case OFF -> "No member came from your directory yet.";
        };
        return integration("Members (SCIM 2.0)", state, says, proof, "settings/members");
    }

    private Integration ownKeys(TenantId tenant) {
        long own = keys.keys(tenant).stream()
                .filter(key -> key.state() == KeyState.CURRENT && key.origin() == KeyOrigin.BROUGHT)
                .count();
        return own > 0
                ? integration(
                        "Keys (BYOK)",
                        State.LIVE,
                        own == 1 ? "One key that signs now is your own." : own + " keys that sign now are your own.",
                        record.latest(tenant, BROUGHT, Optional.empty()),
                        "settings/keys")
                : integration(
                        "Keys (BYOK)",
                        State.OFF,
                        "All keys that sign were made here.",
                        Optional.empty(),
                        "settings/keys");
    }

    private static Integration integration(
            String title, State state, String says, Optional<ReceiptRow> proof, String path) {
        return new Integration(
                title, state, says, proof.map(row -> row.receipt().id()), path);
    }
}
