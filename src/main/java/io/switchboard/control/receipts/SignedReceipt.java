package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.DsseEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a receipt's signed payload says, and nothing that stands only in a column beside it. {@code id} is the name under which the receipt is
 * kept; {@link #isNamedByItsPayload} tells whether the payload agrees.
 */
public record SignedReceipt(
        ReceiptId id,
        DsseEnvelope envelope,
        LogId log,
        ActionId action,
        Outcome outcome,
        Optional<CitedDecision> decision,
        Instant occurredAt,
        List<String> subjects) {

    /** The decision that the payload cites. */
    public record CitedDecision(DecisionId id, Sha256 bundleDigest) {}

    public boolean isNamedByItsPayload() {
        return ReceiptId.of(envelope.payload()).equals(id);
    }
}
