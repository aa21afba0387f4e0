package io.switchboard.operations.webhooks;

import java.time.Instant;

/** An address that events are sent to. */
public record Endpoint(EndpointName name, String address, Instant createdAt) {}
