package io.switchboard.insight.trustreports;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentCopy;
import io.switchboard.platform.documents.OriginalDocument;
import io.switchboard.platform.documents.Watermark;
import io.switchboard.platform.tenancy.Tenants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Makes copies of reports: with a watermark, or with some sections withheld. A copy is set anew from the facts that were kept, as a document of its own that is signed by itself and not kept; its receipt follows from
 * the original's and names it. It does not count as the report having been received.
 */
@Service
public class ReportCopies {

    public static final ActionId COPY = new ActionId("trustreports.copy");

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final ReportPress press;
    private final ReportRows rows;
    private final Tenants tenants;

    ReportCopies(EnforcementPoint enforcement, Viewing viewing, ReportPress press, ReportRows rows, Tenants tenants) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.press = press;
        this.rows = rows;
        this.tenants = tenants;
    }

    /** A section as whoever shares a report chooses it. */
    public record SectionTitle(String id, String title) {}

    /** The sections of a report, in its order, and whether its receipt commits to each so that some can be withheld. */
    public record Sections(List<SectionTitle> titles, boolean committed) {}

    /** None where there is no such report. */
    public Sections sections(Caller caller, ReportId id) {
        viewing.require(caller, TrustReportDesk.VIEW, TrustReportDesk.REPORT);
        return rows.documents(caller.tenant(), id)
                .map(kept -> StoredReport.sections(kept.json()))
                .orElse(new Sections(List.of(), false));
    }

    /** Empty where there is no such report. */
    public Optional<Enforced<ReportFile>> copy(Caller caller, ReportId id, Form form, CopyTerms terms) {
        return rows.find(caller.tenant(), id)
                .map(report -> enforcement.perform(action(caller, report), () -> made(caller, report, form, terms)));
    }

    private static GovernedAction action(Caller caller, TrustReport report) {
        var action = GovernedAction.of(
                caller, COPY, ResourceRef.of(TrustReportDesk.REPORT, report.id().toString()));
        return report.receipt().map(action::withParent).orElse(action);
    }

    private Effect<ReportFile> made(Caller caller, TrustReport report, Form form, CopyTerms terms) {
        var tenant = tenants.find(caller.tenant()).orElseThrow();
        var kept = rows.documents(caller.tenant(), report.id()).orElseThrow();
        var receipt = report.receipt()
                .orElseThrow(
                        () -> new ChangeFailure("no-receipt", "The report has no receipt that a copy could name."));
        var original = StoredReport.facts(tenant, report, kept.json())
                .orElseThrow(
                        () -> new ChangeFailure(
                                "made-by-another-release",
                                "The report says things in a way that is not written any more, so it cannot be set again. Have a report of the week made now: its next revision can be copied."));
        var disclosed = disclosed(original, terms);
        var as = new DocumentCopy(
                new OriginalDocument(original.documentId(), Sha256.of(kept.json()), Sha256.of(kept.pdf()), receipt),
                terms.watermark());
        var copy = original.copied(as, disclosed);
        return effect(report, form, copy, press.print(copy), original.fileName());
    }

    private static Set<String> disclosed(ReportFacts original, CopyTerms terms) {
        var all = original.sections().stream().map(Section::id).collect(Collectors.toSet());
        var disclosed = terms.sections().orElse(all);
        require(
                all.containsAll(disclosed),
                "no-such-section",
                "The report has the sections "
                        + String.join(", ", all.stream().sorted().toList()) + ". Name only those.");
        require(!disclosed.isEmpty(), "nothing-disclosed", "A copy discloses at least one section. Choose one.");
        boolean whole = disclosed.containsAll(all);
        require(
                terms.watermark().isPresent() || !whole,
                "nothing-to-change",
                "A copy has a watermark or withholds a section. To hand out the report as it is, download it.");
        require(
                whole || original.commitments().isPresent(),
                "no-commitments",
                "The report was made before sections could be withheld: its receipt does not commit to each of them. Have a report of the week made now: sections of its next revision can be withheld.");
        return disclosed;
    }

    private static Effect<ReportFile> effect(
            TrustReport report, Form form, ReportFacts copy, ReportDocuments documents, String originalName) {
        var name = copy.fileName();
        var as = copy.copy().orElseThrow();
        var of = as.document().of();
        return Effect.of(
                        new ReportFile(name + "." + form.extension(), form, form.of(documents)),
                        new Subject("Document", name + ".pdf", Sha256.of(documents.pdf())),
                        new Subject("Document", name + ".json", Sha256.of(documents.json())),
                        new Subject("Document", name + ".html", Sha256.of(documents.html())),
                        Subject.atVersion(TrustReportDesk.REPORT, report.id().toString(), report.revision()),
                        new Subject("Document", originalName + ".pdf", of.pdf()),
                        new Subject("Document", originalName + ".json", of.json()))
                .withFacts(facts(form, copy, as, of.receipt()))
                .withDisclosures(disclosures(as));
    }

    private static Map<String, Object> facts(Form form, ReportFacts copy, ReportCopy as, ReceiptId original) {
        return Map.of(
                "form", form.extension(),
                "original", original.value(),
                "watermarked", as.document().watermark().isPresent(),
                "disclosed", (long) copy.sections().size() - as.withheld().size(),
                "withheld", (long) as.withheld().size());
    }

    /** What was typed, and what was not shown to whom, is nobody else's business. */
    private static Map<String, String> disclosures(ReportCopy as) {
        var disclosures = new HashMap<String, String>();
        as.document().watermark().map(Watermark::text).ifPresent(text -> disclosures.put("watermark", text));
        if (!as.withheld().isEmpty()) {
            disclosures.put("withheld", String.join(" ", as.withheld()));
        }
        return disclosures;
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ChangeFailure(code, message);
        }
    }
}
