package io.switchboard.operations.retention;

import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that is gone. {@code name} is the id of its thing and what of it, {@code digest} that of the bytes that were stored; {@code key} is the digest of the destroyed key as it was wrapped, empty
 * where the record was deleted and not sealed.
 */
public record PurgedRecord(String name, Instant recordedAt, Sha256 digest, Optional<Sha256> key) {}
