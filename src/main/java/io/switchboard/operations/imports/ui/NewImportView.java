package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.imports.ImportKinds.Kind;
import io.switchboard.operations.imports.ImportKinds.Template;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.components.AddressValues;
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

/** The first step of an import: what is in the file, {@code ?kind=}, and the file. */
@Route(":tenant/imports/new")
@PageTitle("Import a file · Switchboard")
@StyleSheet("context://themes/base/imports.css")
@PermitAll
class NewImportView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final String KIND = "kind";

    private final transient ImportDesk desk;
    private final Div answer = new Div();

    NewImportView(TenantContexts contexts, ImportDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    /** The address's values for a file of this kind. */
    static QueryParameters of(String kind) {
        return QueryParameters.of(KIND, kind);
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var kind = AddressValues.of(event.getLocation().getQueryParameters())
                .text(KIND)
                .flatMap(desk.kinds()::find)
                .orElseGet(() -> desk.kinds().all().getFirst());
        answer.removeAll();
        answer.getElement().setAttribute("aria-live", "polite");
        add(new PageHeader(
                wanted(kind), "Choose a file. Nothing changes until you have seen a dry run and commit it."));
        if (desk.kinds().all().size() > 1) {
            add(kinds(context, kind));
        }
        add(new FileDrop(
                (name, content) -> desk.imports().upload(context.caller(), kind.name(), name, content),
                upload -> arrived(context, kind, upload),
                this::tooLarge));
        add(answer, accepted(kind));
    }

    private static String wanted(Kind kind) {
        return "Import " + kind.words().many();
    }

    private Component kinds(TenantContext context, Kind selected) {
        var choice = new RadioButtonGroup<Kind>("What is in the file");
        choice.setItems(desk.kinds().all());
        choice.setItemLabelGenerator(Words::kind);
        choice.setValue(selected);
        choice.addClassName("imports-kinds");
        choice.addValueChangeListener(event -> getUI().ifPresent(ui ->
                ui.navigate(context.path("imports/new"), of(event.getValue().name()))));
        return choice;
    }

    private void arrived(TenantContext context, Kind kind, Upload upload) {
        answer.removeAll();
        switch (upload) {
            case Upload.Accepted(var plan) -> open(context, plan);
            case Upload.Unreadable(var code, var explanation) -> answer.add(unreadable(code, explanation));
            case Upload.Refused(var refusal) ->
                answer.add(Refusal.of(context.slug(), "import " + kind.words().many(), refusal));
        }
    }

    /** The dry run of a document begins at once where its kind leaves nothing to choose. */
    private void open(TenantContext context, ImportPlan plan) {
        if (plan.source().isDocument()
                && desk.drafts().documentSettings(plan.kind()).isEmpty()) {
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

    private static Component accepted(Kind kind) {
        var list = new UnorderedList();
        kind.words().accepted().forEach(sentence -> list.add(new ListItem(sentence)));
        var card = new Div(list);
        kind.templates().forEach(template -> card.add(template(kind, template)));
        card.addClassNames("card", "imports-accepted");
        return card;
    }

    private static Component template(Kind kind, Template template) {
        var line = template.line().getBytes(StandardCharsets.UTF_8);
        return new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(line), template.name() + "-template.csv", "text/csv", line.length)),
                kind.templates().size() == 1
                        ? "Download a template (CSV)"
                        : "Download a template of " + template.name() + " (CSV)");
    }
}
