package io.switchboard.operations.webhooks;

import java.time.Instant;
import java.util.Optional;

/** An address that events are sent to. {@code formerUntil}: so long the secret before the latest rotation signs as well; in the past, or absent, only the present one does. {@code publicKey}: {@code whpk_…}, which checks the signatures v1a; absent for an endpoint from before there were any, until its secret is rotated. */
public record Endpoint(
        EndpointName name,
        String address,
        Instant createdAt,
        Optional<Instant> rotatedAt,
        Optional<Instant> formerUntil,
        Optional<String> publicKey) {

    static Endpoint of(EndpointName name, String address, Instant createdAt, String publicKey) {
        return new Endpoint(name, address, createdAt, Optional.empty(), Optional.empty(), Optional.of(publicKey));
    }

    /** Whether two secrets sign. */
    public boolean isOverlapping(Instant now) {
        return formerUntil.filter(now::isBefore).isPresent();
    }
}
