package io.switchboard.insight.isolation;

import io.switchboard.control.approvals.Approvals;
import io.switchboard.control.approvals.Asked;
import io.switchboard.control.approvals.Question;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.administration.EvidenceExports;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A ticket; long expired it is still there to be asked for. */
@Component
class CanaryApproval implements CanaryThing {

    private final Approvals approvals;
    private final EvidenceExports exports;

    CanaryApproval(Approvals approvals, EvidenceExports exports) {
        this.approvals = approvals;
        this.exports = exports;
    }

    @Override
    public Set<String> names() {
        return Set.of("approval");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var held = exports.export(owner, BundleScope.EVERYTHING);
        var question = new Question(
                new ActionId("groups.update"),
                Sha256.of(UUID.randomUUID().toString()),
                "A canary asks, and nobody answers.",
                List.of());
        return approvals.ask(owner, question, held.receipt().id()) instanceof Asked.Standing standing
                ? Map.of("approval", standing.ticket().id().value())
                : Map.of();
    }
}
