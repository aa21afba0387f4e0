package io.switchboard.insight.trustcentre;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.assurance.OnePager;
import io.switchboard.insight.assurance.PostureOnePager;
import io.switchboard.insight.assurance.PosturePack;
import io.switchboard.insight.assurance.PosturePacks;
import io.switchboard.insight.trustreports.CopyTerms;
import io.switchboard.insight.trustreports.Form;
import io.switchboard.insight.trustreports.ReportCopies;
import io.switchboard.insight.trustreports.ReportFile;
import io.switchboard.insight.trustreports.TrustReport;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Posture documents are issued at the moment they are asked for, so they are as true as that moment; a Trust Report is handed out as it was made. */
@Component
class IssuedDocuments implements Shelf {

    private final PosturePacks packs;
    private final PostureOnePager onePager;
    private final TrustReportDesk desk;
    private final TrustReports reports;
    private final ReportCopies copies;
    private final Tenants tenants;

    IssuedDocuments(
            PosturePacks packs,
            PostureOnePager onePager,
            TrustReportDesk desk,
            TrustReports reports,
            ReportCopies copies,
            Tenants tenants) {
        this.packs = packs;
        this.onePager = onePager;
        this.desk = desk;
        this.reports = reports;
        this.copies = copies;
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
    public List<DocumentSection> sections(Caller caller, TrustDocument document) {
        return switch (document) {
            case POSTURE_PACK, POSTURE_ONE_PAGER -> List.of();
            case TRUST_REPORT ->
                latest(caller.tenant())
                        .map(report -> copies.sections(caller, report.id()))
                        .filter(ReportCopies.Sections::committed)
                        .stream()
                        .flatMap(sections -> sections.titles().stream())
                        .map(section -> new DocumentSection(section.id(), section.title()))
                        .toList();
        };
    }

    @Override
    public Enforced<TrustFile> take(Caller by, TrustDocument document, Handout handout) {
        return switch (document) {
            case POSTURE_PACK ->
                packs.issue(by, handout.watermark()).map(pack -> new TrustFile(PosturePack.NAME + ".pdf", pack.pdf()));
            case POSTURE_ONE_PAGER ->
                onePager.issue(by, handout.watermark()).map(page -> new TrustFile(OnePager.NAME + ".pdf", page.pdf()));
            case TRUST_REPORT ->
                latest(by.tenant())
                        .flatMap(report -> report(by, report, handout))
                        .orElseThrow(() -> new ChangeFailure("not-available", "There is no report to hand out."))
                        .map(file -> new TrustFile(file.name(), file.bytes()));
        };
    }

    private Optional<Enforced<ReportFile>> report(Caller by, TrustReport report, Handout handout) {
        return handout.equals(Handout.AS_IT_IS)
                ? reports.download(by, report.id(), Form.PDF)
                : copies.copy(
                        by, report.id(), Form.PDF, new CopyTerms(handout.watermark(), disclosed(by, report, handout)));
    }

    /** Named are the sections that are handed out, so one that a later report has and this decision did not know is handed out too. */
    private Optional<Set<String>> disclosed(Caller by, TrustReport report, Handout handout) {
        return handout.withheld().isEmpty()
                ? Optional.empty()
                : Optional.of(copies.sections(by, report.id()).titles().stream()
                        .map(ReportCopies.SectionTitle::id)
                        .filter(id -> !handout.withheld().contains(id))
                        .collect(Collectors.toSet()));
    }
}
