package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.platform.identity.ui.TenantContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** What the file had that is not among the changes: ignored columns, and rejected rows to take along. */
final class FileFacts extends Div {

    private static final long serialVersionUID = 1L;

    private final transient TenantContext context;
    private final transient ImportDesk desk;
    private final transient ImportPlan plan;

    FileFacts(TenantContext context, ImportDesk desk, ImportPlan plan) {
        this.context = context;
        this.desk = desk;
        this.plan = plan;
        addClassName("imports-file-facts");
        if (!plan.ignored().isEmpty()) {
            add(new Paragraph((plan.source().isDocument() ? "Not imported: " : "Ignored columns: ")
                    + String.join(", ", plan.ignored()) + "."));
        }
        if (plan.counts().reject() > 0) {
            add(rejected());
        }
    }

    private Component rejected() {
        var rows = Words.number(plan.counts().reject(), "rejected row", "rejected rows");
        var links = new Paragraph(
                new Anchor((DownloadHandler) this::csv, "Download " + rows + " as CSV"),
                Words.styled("imports-dot", " · "),
                new Anchor((DownloadHandler) this::manifest, "Download the signed manifest"));
        links.addClassName("imports-downloads");
        return links;
    }

    /** Who may see the rows is decided again when the link is followed, not when it was shown. */
    private void csv(DownloadEvent event) throws IOException {
        if (desk.access().againstViewing(context.caller()).isPresent()
                || !desk.errors().exist(context.caller(), plan.id())) {
            event.getResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        event.setFileName(plan.id() + "-rejected.csv");
        event.setContentType("text/csv;charset=UTF-8");
        var writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
        desk.errors().writeCsv(context.caller(), plan.id(), writer);
        writer.flush();
    }

    private void manifest(DownloadEvent event) throws IOException {
        var manifest = desk.access().againstViewing(context.caller()).isPresent()
                ? java.util.Optional.<byte[]>empty()
                : desk.errors().manifest(context.caller(), plan.id());
        if (manifest.isEmpty()) {
            event.getResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        event.setFileName(plan.id() + "-rejected.dsse.json");
        event.setContentType("application/json");
        event.setContentLength(manifest.get().length);
        event.getOutputStream().write(manifest.get());
    }
}
