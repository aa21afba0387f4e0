package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a receipt will say, before it is signed. {@code facts} are small and flat (Long, Boolean, or a code or digest as String) and
 * never personal or free text: that goes to {@code disclosures} (name to value), which the payload only commits to.
 */
public record ReceiptDraft(
        TenantId tenant,
        Actor actor,
        ActionId action,
        Outcome outcome,
        Optional<DecisionRef> decision,
        CorrelationId correlation,
        Optional<ReceiptId> parent,
        Optional<String> trigger,
        List<ReceiptId> approvedBy,
        List<Subject> subjects,
        Map<String, Object> facts,
        Map<String, String> disclosures) {

    /** The decision as a receipt cites it. */
    public record DecisionRef(
            DecisionId id, Sha256 bundleDigest, List<String> determiningPolicies, List<String> reasonCodes) {}
}
