package io.switchboard.insight.trustcentre;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.assurance.OnePager;
import io.switchboard.insight.assurance.PostureOnePager;
import io.switchboard.insight.assurance.PosturePack;
import io.switchboard.insight.assurance.PosturePacks;
import io.switchboard.insight.trustreports.Form;
import io.switchboard.insight.trustreports.TrustReport;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posture documents are issued at the moment they are asked for, so they are as true as that moment; a Trust Report is handed out as it was made. */
@Component
class IssuedDocuments implements Shelf {

    private final PosturePacks packs;
    private final PostureOnePager onePager;
    private final TrustReportDesk desk;
    private final TrustReports reports;
    private final Tenants tenants;

    IssuedDocuments(
            PosturePacks packs, PostureOnePager onePager, TrustReportDesk desk, TrustReports reports, Tenants tenants) {
        this.packs = packs;
        this.onePager = onePager;
        this.desk = desk;
        this.reports = reports;
        this.tenants = tenants;
    }

    @Override
    public Optional<String> unavailable(TenantId tenant, TrustDocument document) {
        return switch (document) {
            case POSTURE_PACK, POSTURE_ONE_PAGER -> Optional.empty();
            case TRUST_REPORT -> withoutReport(tenant);
        };
    }

    private Optional<String> withoutReport(TenantId tenant) {
        if (tenants.find(tenant).filter(TrustReportDesk::isIncluded).isEmpty()) {
            return Optional.of("Weekly Trust Reports are not part of the plan.");
        }
        return latest(tenant).isPresent()
                ? Optional.empty()
                : Optional.of("No report of a whole week has been made yet.");
    }

    private Optional<TrustReport> latest(TenantId tenant) {
        return desk.since(tenant, LocalDate.MIN).stream().findFirst();
    }

    @Override
    public Enforced<TrustFile> take(Caller by, TrustDocument document) {
        return switch (document) {
            case POSTURE_PACK -> packs.issue(by).map(pack -> new TrustFile(PosturePack.NAME + ".pdf", pack.pdf()));
            case POSTURE_ONE_PAGER -> onePager.issue(by).map(page -> new TrustFile(OnePager.NAME + ".pdf", page.pdf()));
            case TRUST_REPORT ->
                latest(by.tenant())
                        .flatMap(report -> reports.download(by, report.id(), Form.PDF))
                        .orElseThrow(() -> new ChangeFailure("not-available", "There is no report to hand out."))
                        .map(file -> new TrustFile(file.name(), file.bytes()));
        };
    }
}
