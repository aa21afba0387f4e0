package io.switchboard.operations.retention;

import io.switchboard.control.receipts.EvidenceDocument;
import io.switchboard.control.receipts.EvidenceSource;
import io.switchboard.control.receipts.EvidenceStatement;
import io.switchboard.kernel.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The latest hundred manifests go along in every evidence bundle, byte for byte as they were signed. */
@Component
class RetentionEvidence implements EvidenceSource {

    private static final int MOST = 100;

    private final PurgeRows rows;

    RetentionEvidence(PurgeRows rows) {
        this.rows = rows;
    }

    @Override
    public List<EvidenceDocument> documents(TenantId tenant) {
        return List.of();
    }

    @Override
    public List<EvidenceStatement> statements(TenantId tenant) {
        return rows.list(tenant, MOST).stream()
                .flatMap(purge -> rows.manifest(tenant, purge.id()).stream()
                        .map(envelope -> new EvidenceStatement("purge-" + purge.id(), envelope)))
                .toList();
    }
}
