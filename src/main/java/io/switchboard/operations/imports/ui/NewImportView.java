package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The first step of an import: the file. */
@Route(":tenant/imports/new")
@PageTitle("Import people · Switchboard")
@StyleSheet("context://themes/base/imports.css")
@PermitAll
class NewImportView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final String KIND = "identities";

    private final transient ImportDesk desk;
    private final Div answer = new Div();

    NewImportView(TenantContexts contexts, ImportDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        answer.removeAll();
        answer.getElement().setAttribute("aria-live", "polite");
        add(new PageHeader(
                "Import people", "Choose a file. Nothing changes until you have seen a dry run and commit it."));
        add(new FileDrop(
                (name, content) -> desk.imports().upload(context.caller(), KIND, name, content),
                upload -> arrived(context, upload),
                this::tooLarge));
        add(answer, accepted());
    }

    private void arrived(TenantContext context, Upload upload) {
        answer.removeAll();
        switch (upload) {
            case Upload.Accepted(var plan) -> open(context, plan);
            case Upload.Unreadable(var code, var explanation) -> answer.add(unreadable(code, explanation));
            case Upload.Refused(var refusal) -> answer.add(Refusal.of(context.slug(), "import people", refusal));
        }
    }

    /** A document leaves nothing to choose, so its dry run begins at once. */
    private void open(TenantContext context, ImportPlan plan) {
        if (plan.source().isDocument()) {
            desk.jobs().plan(context.caller(), plan.id(), Map.of()).exceptionally(e -> Optional.empty());
        }
        getUI().ifPresent(ui -> ui.navigate(
                ImportView.class, context.parameters("import", plan.id().value())));
    }

    private void tooLarge(String explanation) {
        answer.removeAll();
        answer.add(unreadable("not-taken", explanation));
    }

    private static Component unreadable(String code, String explanation) {
        var notice = new Div(
                new StateTag(StateTag.Tone.WARNING, "Not accepted"),
                Words.styled("imports-sentence", explanation),
                Words.styled("code", code));
        notice.addClassNames("notice", "imports-notice");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }

    private Component accepted() {
        var list = new UnorderedList(
                new ListItem(
                        "CSV with a header line; comma, semicolon, tab or bar; UTF-8 or what a spreadsheet writes."),
                new ListItem(
                        "SCIM 2.0 users as JSON: a list response, an array, or the POST operations of a bulk request."),
                new ListItem("At most 200 MB, 1,000,000 rows and 200 columns."),
                new ListItem("Only user_name is needed. Fields that the file does not have stay as they are."),
                new ListItem("Several roles in one cell are separated by a bar or semicolon."));
        var card = new Div(list, template());
        card.addClassNames("card", "imports-accepted");
        return card;
    }

    private Component template() {
        var line = desk.drafts().template(KIND).getBytes(StandardCharsets.UTF_8);
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(line), "people-template.csv", "text/csv", line.length)),
                "Download a template (CSV)");
        return link;
    }
}
