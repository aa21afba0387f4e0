package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.operations.delivery.ShareRequest;
import io.switchboard.operations.delivery.Shareable;
import io.switchboard.operations.delivery.SharedFile;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An evidence bundle of everything for secure links, exported when it is shared. */
@Component
class SharedEvidence implements Shareable {

    private final EvidenceExports exports;

    SharedEvidence(EvidenceExports exports) {
        this.exports = exports;
    }

    @Override
    public String document() {
        return "evidence-bundle";
    }

    @Override
    public Set<Choice> choices() {
        return Set.of();
    }

    @Override
    public Optional<Enforced<SharedFile>> take(Caller caller, ShareRequest request) {
        return Optional.of(exports.export(caller, BundleScope.EVERYTHING)
                .map(zip -> new SharedFile("evidence.zip", "application/zip", zip)));
    }
}
