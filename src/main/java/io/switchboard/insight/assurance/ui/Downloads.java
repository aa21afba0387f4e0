package io.switchboard.insight.assurance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The documents: buttons that issue one each, and those that share one by a link, what came of it, and what was issued lately with size, digest and receipt. */
final class Downloads extends Section {

    private static final long serialVersionUID = 1L;

    /** A file to hand over. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Handed(String name, String type, byte[] bytes) {}

    /** What a button does. */
    interface Issue extends Supplier<Enforced<Handed>> {}

    private final transient Slug tenant;
    private final transient Clock clock;
    private final transient Supplier<List<IssuedFile>> latest;
    private final Div outcome = new Div();
    private final Div table = new Div();

    Downloads(Slug tenant, Clock clock, Supplier<List<IssuedFile>> latest) {
        this.tenant = tenant;
        this.clock = clock;
        this.latest = latest;
        addClassNames("card", "downloads");
        outcome.addClassName("downloads-outcome");
        outcome.getElement().setAttribute("aria-live", "polite");
        refresh();
    }

    /** Puts the parts in place, with these buttons, what they can be told, and those that share. */
    Downloads with(Component choice, Button[] shares, Button... buttons) {
        var row = new Div(buttons);
        row.addClassName("downloads-buttons");
        var sharing = new Div(shares);
        sharing.addClassName("downloads-buttons");
        add(
                new H2("Documents"),
                new Paragraph("Each is made when you ask for it, signed, and leaves a receipt with its digest."),
                row,
                sharing,
                choice,
                outcome,
                table);
        return this;
    }

    Button button(String text, String wanted, Issue issue) {
        var button = new Button(text, VaadinIcon.DOWNLOAD_ALT.create(), _ -> handOver(wanted, issue));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(clicked -> clicked.getSource().setEnabled(true));
        return button;
    }

    private void handOver(String wanted, Issue issue) {
        outcome.removeAll();
        switch (issue.get()) {
            case Enforced.Done<Handed> done -> save(done.value());
            case Enforced<Handed> other -> outcome.add(Refusal.of(tenant, wanted, other));
        }
        refresh();
    }

    /** The browser saves it by itself; where it does not, the link is still there. */
    private void save(Handed file) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(_ -> new DownloadResponse(
                        new ByteArrayInputStream(file.bytes()), file.name(), file.type(), file.bytes().length)),
                "Save " + file.name());
        outcome.add(new Paragraph(new Span("Ready: "), link));
        link.getElement().callJsFunction("click");
    }

    void refresh() {
        table.removeAll();
        var files = latest.get();
        if (!files.isEmpty()) {
            table.add(new DataTable<IssuedFile>("Issued lately")
                    .column("Document", file -> new Span(file.what()))
                    .column("Issued", file -> new RelativeTime(file.at(), clock))
                    .column("Size", file -> new Span(file.size()))
                    .column("SHA-256", file -> new ShortId(file.sha256()))
                    .column("Receipt", file -> new ReceiptBadge(tenant, file.receipt(), file.state()))
                    .rows(files));
        }
    }
}
