package io.switchboard.operations.ledger;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/** That somebody stands by an entry, in which roles, proven by a receipt over the entry's digest. */
public record Signature(Actor by, String roles, Instant at, Optional<ReceiptId> receipt) {}
