package io.switchboard.control.enforcement;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Event: a governed action has its receipt. Published in the transaction that stores the receipt; ids and numbers only. */
public record ActionReceipted(
        TenantId tenant,
        ReceiptId receipt,
        ActionId action,
        Outcome outcome,
        Actor actor,
        Optional<DecisionId> decision,
        List<Subject> subjects,
        Instant occurredAt) {}
