package io.switchboard.operations.ledger;

import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/** That an entry does not count any more, and why. */
public record Withdrawal(Instant at, String reason, Optional<ReceiptId> receipt) {}
