package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportPreview;
import io.switchboard.operations.imports.ImportTarget;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Optional;
import java.util.stream.Stream;

/** Before the dry run: how the file is written, and which of its columns fills which field. Every choice is stored at once. */
final class MappingStep extends Div {

    private static final long serialVersionUID = 1L;
    private static final String IGNORED = "";

    private final transient TenantContext context;
    private final transient ImportDesk desk;
    private final transient ImportPage page;
    private final transient ImportPlan plan;

    MappingStep(TenantContext context, ImportDesk desk, ImportPage page, ImportPlan plan) {
        this.context = context;
        this.desk = desk;
        this.page = page;
        this.plan = plan;
        addClassName("imports-step");
        desk.drafts().preview(context.caller(), plan.id()).ifPresent(this::show);
    }

    private void show(ImportPreview preview) {
        add(new ImportHeader(context, desk, plan, dryRun(preview.problem().isEmpty())));
        preview.problem().ifPresent(problem -> add(problem(problem)));
        add(section(
                "How the file is written",
                new DialectChoice(
                        plan,
                        desk.drafts(),
                        (encoding, separator) ->
                                page.said(desk.drafts().reread(context.caller(), plan.id(), encoding, separator)))));
        add(section("Saved mappings", new SavedChoices(context, desk, page, plan)));
        if (!preview.settings().isEmpty()) {
            add(section(
                    "How its values are read",
                    new SettingChoices(
                            preview.settings(),
                            preview.plan().mapping(),
                            (setting, value) ->
                                    page.said(desk.drafts().set(context.caller(), plan.id(), setting, value)))));
        }
        add(section(
                "What happens to rows that exist and differ",
                new ConflictChoice(
                        plan.conflictMode(),
                        mode -> page.said(desk.drafts().choose(context.caller(), plan.id(), mode)))));
        add(section("Which column fills which field", table(preview), ignored(preview)));
        add(discard());
    }

    private static Section section(String title, Component... content) {
        var section = new Section(new H2(title));
        section.add(content);
        section.addClassNames("card", "imports-card");
        return section;
    }

    private Component table(ImportPreview preview) {
        var table = new DataTable<ImportPreview.Header>("Columns of the file")
                .column(
                        "Column",
                        header -> Words.styled("imports-column", header.name().isEmpty() ? "(no name)" : header.name()))
                .column("Fills", header -> field(preview, header))
                .column("Filled", header -> new Span(header.fillPercent() + " %"))
                .column("Samples", MappingStep::samples)
                .rows(preview.headers());
        table.addClassName("imports-mapping");
        return new Div(
                table,
                Words.styled(
                        "label",
                        "How full a column is was counted in the first "
                                + Words.number(preview.sampledRows(), "row", "rows") + "."));
    }

    private Component field(ImportPreview preview, ImportPreview.Header header) {
        var select = new Select<String>();
        select.setItems(
                Stream.concat(Stream.of(IGNORED), preview.fields().stream().map(ImportTarget.Column::name))
                        .toList());
        select.setItemLabelGenerator(field -> field.equals(IGNORED) ? "ignored" : field);
        select.setValue(header.field().orElse(IGNORED));
        select.setAriaLabel("Field that column " + header.name() + " fills");
        select.addClassName("imports-field");
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                page.said(desk.drafts()
                        .assign(
                                context.caller(),
                                plan.id(),
                                header.name(),
                                Optional.of(change.getValue()).filter(field -> !field.isEmpty())));
            }
        });
        return select;
    }

    private static Component samples(ImportPreview.Header header) {
        return Words.styled("imports-samples", header.samples().isEmpty() ? "—" : String.join(" · ", header.samples()));
    }

    private static Component ignored(ImportPreview preview) {
        var ignored = preview.plan().ignored();
        return new Paragraph(
                ignored.isEmpty() ? "No column is ignored." : "Ignored columns: " + String.join(", ", ignored) + ".");
    }

    private static Component problem(String problem) {
        var notice = new Paragraph(problem);
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }

    private Button dryRun(boolean possible) {
        var dryRun = new Button("Dry run", click -> page.dryRun());
        dryRun.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dryRun.setEnabled(possible);
        dryRun.setDisableOnClick(true);
        return dryRun;
    }

    private Component discard() {
        var discard = new Button("Discard this file", click -> page.discard());
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(discard);
        actions.addClassName("imports-actions");
        return actions;
    }
}
