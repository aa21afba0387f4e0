package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.EvidenceDocument;
import io.switchboard.control.receipts.EvidenceSource;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The one-pager as it stands while a bundle is made, from the same records. No action of its own: the export was allowed, and its receipt names
 * the bundle's digest.
 */
@Component
class OnePagerEvidence implements EvidenceSource {

    private final OnePagerPress press;
    private final Tenants tenants;

    OnePagerEvidence(OnePagerPress press, Tenants tenants) {
        this.press = press;
        this.tenants = tenants;
    }

    @Override
    public List<EvidenceDocument> documents(TenantId tenant) {
        return tenants.find(tenant).map(press::facts).map(press::print).stream()
                .map(printed -> new EvidenceDocument(OnePager.NAME, printed.pdf(), printed.json()))
                .toList();
    }
}
