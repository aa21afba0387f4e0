package io.switchboard.insight.trustreports;

import io.switchboard.control.receipts.EvidenceDocument;
import io.switchboard.control.receipts.EvidenceSource;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import org.springframework.stereotype.Component;

/** The latest report goes along in every evidence bundle, byte for byte as it was made. */
@Component
class ReportEvidence implements EvidenceSource {

    private final ReportRows rows;
    private final Tenants tenants;

    ReportEvidence(ReportRows rows, Tenants tenants) {
        this.rows = rows;
        this.tenants = tenants;
    }

    @Override
    public List<EvidenceDocument> documents(TenantId tenant) {
        var slug = tenants.find(tenant).orElseThrow().slug();
        return rows.list(tenant, 1).stream()
                .flatMap(report -> rows.documents(tenant, report.id()).stream()
                        .map(found -> new EvidenceDocument(
                                ReportName.of(slug, report.week(), report.revision()), found.pdf(), found.json())))
                .toList();
    }
}
