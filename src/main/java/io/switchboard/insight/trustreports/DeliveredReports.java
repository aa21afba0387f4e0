package io.switchboard.insight.trustreports;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.delivery.AnnouncedFiles;
import io.switchboard.operations.delivery.SharedFile;
import io.switchboard.platform.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The files of a report for buckets, as they are kept. */
@Component
class DeliveredReports implements AnnouncedFiles {

    private final ReportRows rows;
    private final Tenants tenants;

    DeliveredReports(ReportRows rows, Tenants tenants) {
        this.rows = rows;
        this.tenants = tenants;
    }

    @Override
    public String type() {
        return ReportAnnouncements.ISSUED;
    }

    @Override
    public List<SharedFile> of(TenantId tenant, String about) {
        return ReportId.parse(about).flatMap(id -> files(tenant, id)).orElse(List.of());
    }

    private Optional<List<SharedFile>> files(TenantId tenant, ReportId id) {
        var slug = tenants.find(tenant).orElseThrow().slug();
        return rows.find(tenant, id)
                .flatMap(report -> rows.documents(tenant, id)
                        .map(documents -> Stream.of(Form.values())
                                .map(form -> new SharedFile(
                                        ReportName.of(slug, report.week(), id.revision()) + "." + form.extension(),
                                        form.type(),
                                        form.of(documents)))
                                .toList()));
    }
}
