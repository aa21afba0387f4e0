package io.switchboard.control.receipts;

import io.switchboard.kernel.TenantId;
import java.util.List;

/** A module that has documents to put into a tenant's evidence bundles. Names are unique over all modules. */
public interface EvidenceSource {

    List<EvidenceDocument> documents(TenantId tenant);

    default List<EvidenceStatement> statements(TenantId tenant) {
        return List.of();
    }
}
