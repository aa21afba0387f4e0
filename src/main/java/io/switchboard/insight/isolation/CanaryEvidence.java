package io.switchboard.insight.isolation;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.administration.EvidenceExports;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An export of evidence with its receipt and the decision behind it. */
@Component
class CanaryEvidence implements CanaryThing {

    private final EvidenceExports exports;

    CanaryEvidence(EvidenceExports exports) {
        this.exports = exports;
    }

    @Override
    public Set<String> names() {
        return Set.of("receipt", "decision", "number", "form");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        if (!(exports.export(owner, BundleScope.EVERYTHING) instanceof Enforced.Done<byte[]> done)) {
            throw new IllegalStateException("A canary could not export its evidence.");
        }
        return Map.of(
                "receipt",
                done.receipt().id().value(),
                "decision",
                done.decision().id().value(),
                "number",
                "1",
                "form",
                "pdf");
    }
}
