package io.switchboard.insight.assurance;

import io.switchboard.control.policy.RecordedDecision;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptAudit;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/** Every receipt of the last 90 days cites a recorded decision that says the same. */
final class DecidedByPolicy implements PostureCheck {

    private static final int DAYS = 90;
    private static final int AT_ONCE = 500;

    /** The tenant's decisions with these ids. */
    interface Recorded {
        Map<DecisionId, RecordedDecision> findAll(TenantId tenant, Collection<DecisionId> ids);
    }

    private final ReceiptAudit receipts;
    private final Recorded decisions;

    DecidedByPolicy(ReceiptAudit receipts, Recorded decisions) {
        this.receipts = receipts;
        this.decisions = decisions;
    }

    @Override
    public String id() {
        return "decided-by-policy";
    }

    @Override
    public String title() {
        return "Every governed action was decided by policy";
    }

    @Override
    public String checkedHow() {
        return "Each receipt was compared with the decision it cites: id, action, policies, answer. Yourself: the evidence bundle's receipts"
                + " name both; the digest is that of its manifest's lines for these receipts.";
    }

    @Override
    public Finding check(Tenant tenant, Instant now) {
        var period = ReceiptFilter.ALL.inPeriod(Optional.of(now.minus(Duration.ofDays(DAYS))), Optional.empty());
        var tally = new Tally();
        try (var signed = receipts.signed(tenant.id(), period)) {
            signed.gather(Gatherers.windowFixed(AT_ONCE)).forEach(some -> compare(tenant.id(), some, tally));
        }
        return tally.finding("decided", "cite a recorded decision that says the same", DAYS);
    }

    private void compare(TenantId tenant, List<SignedReceipt> some, Tally tally) {
        var recorded = decisions.findAll(tenant, cited(some));
        for (var receipt : some) {
            tally.add(
                    receipt,
                    receipt.decision()
                            .map(SignedReceipt.CitedDecision::id)
                            .map(recorded::get)
                            .filter(decision -> agree(receipt, decision))
                            .isPresent());
        }
    }

    private static List<DecisionId> cited(List<SignedReceipt> some) {
        return some.stream()
                .flatMap(receipt -> receipt.decision().stream())
                .map(SignedReceipt.CitedDecision::id)
                .collect(Collectors.toList());
    }

    private static boolean agree(SignedReceipt receipt, RecordedDecision decision) {
        return receipt.decision()
                        .filter(cited -> cited.bundleDigest().equals(decision.bundleDigest()))
                        .isPresent()
                && receipt.action().equals(decision.action())
                && decision.allowed() == (receipt.outcome() != Outcome.DENIED);
    }
}
