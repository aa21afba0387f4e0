package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/** A signed receipt's head: enough for a badge or a list row. {@link Receipts#find} has the rest. */
public record Receipt(
        TenantId tenant,
        ReceiptId id,
        Actor actor,
        ActionId action,
        Outcome outcome,
        Optional<DecisionId> decision,
        CorrelationId correlation,
        Optional<ReceiptId> parent,
        Instant occurredAt) {}
