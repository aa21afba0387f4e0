package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a tenant's connection has come, without its secret. A candidate may have been {@code tested}, or
 * its last test had a {@code problem} (a sentence for the person); an active one has a {@code firstLogin} once
 * somebody really signed in through it. {@code id} is empty for a connection that was put there by hand.
 */
public record IdpConnection(
        Optional<ConnectionId> id,
        Stage stage,
        String issuer,
        String clientId,
        Instant since,
        Optional<Login> tested,
        Optional<String> problem,
        Optional<Login> firstLogin) {

    /** A candidate is only tried out; the tenant's sign-ins go through the active one. */
    public enum Stage {
        CANDIDATE,
        ACTIVE
    }

    /** Who came through the connection, and when. */
    public record Login(Instant at, MemberId by) {}
}
