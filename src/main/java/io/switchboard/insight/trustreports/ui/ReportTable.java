package io.switchboard.insight.trustreports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.trustreports.Form;
import io.switchboard.insight.trustreports.ReportCopies;
import io.switchboard.insight.trustreports.ReportFile;
import io.switchboard.insight.trustreports.SharedReports;
import io.switchboard.insight.trustreports.TrustReport;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.operations.delivery.ShareRequest;
import io.switchboard.operations.delivery.Sharing;
import io.switchboard.operations.delivery.ui.CopyFields;
import io.switchboard.operations.delivery.ui.ShareDialog;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.identity.ui.TenantContext;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was made, with its files. */
@Component
class ReportTable {

    private static final int FORBIDDEN = 403;

    private final TrustReportDesk desk;
    private final TrustReports reports;
    private final ReportCopies copies;
    private final Sharing sharing;
    private final CurrentMember member;
    private final ReceiptQuery receipts;
    private final ActorNames names;
    private final Clock clock;

    ReportTable(
            TrustReportDesk desk,
            TrustReports reports,
            ReportCopies copies,
            Sharing sharing,
            CurrentMember member,
            ReceiptQuery receipts,
            ActorNames names,
            Clock clock) {
        this.desk = desk;
        this.reports = reports;
        this.copies = copies;
        this.sharing = sharing;
        this.member = member;
        this.receipts = receipts;
        this.names = names;
        this.clock = clock;
    }

    /** {@code shared} is run once a link was made. */
    com.vaadin.flow.component.Component of(TenantContext context, Runnable shared) {
        var made = desk.reports(context.caller());
        if (made.isEmpty()) {
            return new Card("Reports", new Paragraph("None has been made yet. The first takes a few seconds."));
        }
        long total = desk.count(context.caller());
        var states = receipts.states(
                context.tenant().id(),
                made.stream().flatMap(report -> report.receipt().stream()).toList());
        var table = new DataTable<TrustReport>("Trust Reports")
                .column("Week", report -> new Span(report.week().iso()))
                .column("Covers", ReportTable::marks)
                .column("Sections", report -> new Span(sections(report)))
                .column("Made", report -> new RelativeTime(report.madeAt(), clock))
                .column("By", report -> new Span(names.of(context.tenant().id(), report.by())))
                .column("Files", report -> files(context, report, shared))
                .column("Receipt", report -> badge(context, report, states))
                .rows(made);
        var card = new Card("Reports", table);
        if (total > made.size()) {
            card.add(new Paragraph("The latest " + made.size() + " of " + total + " are shown; the API has all."));
        }
        return card;
    }

    private static Span marks(TrustReport report) {
        var words = Stream.of(
                        report.interim() ? "so far" : "whole week",
                        report.late() ? "caught up" : "",
                        report.revision() > 1 ? "revision " + report.revision() : "")
                .filter(word -> !word.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return new Span(words);
    }

    private static String sections(TrustReport report) {
        return report.fine() + " as it should be, " + report.looks() + " to look at, " + report.unrecorded()
                + " not recorded";
    }

    private com.vaadin.flow.component.Component files(TenantContext context, TrustReport report, Runnable shared) {
        if (Stream.of(Role.PARTNER_ADMIN, Role.EVALUATOR).noneMatch(context::holds)) {
            return new Span("for partner-admins and evaluators");
        }
        var files = new Div();
        files.addClassName("line");
        Stream.of(Form.values()).map(form -> link(context, report, form)).forEach(files::add);
        files.add(share(context, report, shared));
        return files;
    }

    private Button share(TenantContext context, TrustReport report, Runnable shared) {
        var button = new Button("Share", _ -> dialog(context, report, shared).open());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Share the PDF of " + report.week().iso());
        return button;
    }

    private ShareDialog dialog(TenantContext context, TrustReport report, Runnable shared) {
        var dialog = new ShareDialog(
                        context.slug(),
                        "the PDF of " + report.week().iso(),
                        terms -> shared(context, report, terms),
                        shared)
                .withWatermark()
                .withDownload(terms ->
                        sharing.take(context.caller(), request(report, terms)).orElseThrow());
        var sections = copies.sections(context.caller(), report.id());
        return sections.committed()
                ? dialog.withSections(sections.titles().stream()
                        .map(section -> new CopyFields.Part(section.id(), section.title()))
                        .toList())
                : dialog.withNote(
                        "It was made before sections could be withheld, so it is shared as a whole. Sections of a report that is made now can be.");
    }

    private Enforced<?> shared(TenantContext context, TrustReport report, ShareDialog.Terms terms) {
        return sharing.share(context.caller(), request(report, terms), terms.validFor(), terms.uses())
                .orElseThrow();
    }

    private static ShareRequest request(TrustReport report, ShareDialog.Terms terms) {
        return new ShareRequest(
                SharedReports.DOCUMENT, Optional.of(report.id().toString()), terms.watermark(), terms.sections());
    }

    private Anchor link(TenantContext context, TrustReport report, Form form) {
        var text = form.name();
        var link = new Anchor(DownloadHandler.fromInputStream(_ -> file(context, report, form)), text);
        link.getElement()
                .setAttribute("aria-label", text + " of " + report.week().iso());
        return link;
    }

    /** Decided anew for each download, with the roles of that moment. */
    private DownloadResponse file(TenantContext context, TrustReport report, Form form) {
        return member.callerIn(context.tenant().id())
                .flatMap(caller -> taken(caller, report, form))
                .map(file -> new DownloadResponse(
                        new ByteArrayInputStream(file.bytes()), file.name(), form.type(), file.bytes().length))
                .orElseGet(() -> DownloadResponse.error(FORBIDDEN));
    }

    private Optional<ReportFile> taken(Caller caller, TrustReport report, Form form) {
        return reports.download(caller, report.id(), form)
                .flatMap(ended ->
                        ended instanceof Enforced.Done<ReportFile> done ? Optional.of(done.value()) : Optional.empty());
    }

    private static com.vaadin.flow.component.Component badge(
            TenantContext context, TrustReport report, Map<ReceiptId, LogState> states) {
        return report.receipt()
                .<com.vaadin.flow.component.Component>map(receipt ->
                        new ReceiptBadge(context.slug(), receipt, states.getOrDefault(receipt, LogState.PENDING)))
                .orElseGet(() -> new Span("–"));
    }
}
