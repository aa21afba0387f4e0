package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Map;

/** Before the dry run of a document: its format says what fills what, so the page says what was recognised, and asks what its kind lets a person choose. */
final class DocumentStep extends Div {

    private static final long serialVersionUID = 1L;

    DocumentStep(TenantContext context, ImportDesk desk, ImportPage page, ImportPlan plan) {
        addClassName("imports-step");
        add(new ImportHeader(context, desk, plan, dryRun(page)));
        var settings = desk.drafts().documentSettings(plan.kind());
        if (!settings.isEmpty()) {
            add(section(
                    "How it is read",
                    new SettingChoices(
                            settings,
                            plan.mapping(),
                            (setting, value) ->
                                    page.said(desk.drafts().set(context.caller(), plan.id(), setting, value)))));
        }
        add(
                section("What the file has", fields(desk.drafts().columns(plan)), notImported(plan)),
                existing(context, desk, page, plan),
                discard(page));
    }

    private static Section section(String title, Component... content) {
        var section = new Section(new H2(title));
        section.add(content);
        section.addClassNames("card", "imports-card");
        return section;
    }

    private static Button dryRun(ImportPage page) {
        var dryRun = new Button("Dry run", click -> page.dryRun());
        dryRun.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dryRun.setDisableOnClick(true);
        return dryRun;
    }

    private static Component fields(Map<String, String> columns) {
        return new DataTable<Map.Entry<String, String>>("Fields that the file has")
                .column("Field", entry -> new Span(entry.getKey()))
                .column("Filled by", entry -> new Span(entry.getValue()))
                .rows(columns.entrySet().stream().toList());
    }

    private static Section existing(TenantContext context, ImportDesk desk, ImportPage page, ImportPlan plan) {
        return section(
                "What happens to entries that exist and differ",
                new ConflictChoice(
                        plan.conflictMode(),
                        mode -> page.said(desk.drafts().choose(context.caller(), plan.id(), mode))));
    }

    private static Paragraph notImported(ImportPlan plan) {
        return new Paragraph(
                plan.ignored().isEmpty()
                        ? "Everything in the file has a field."
                        : "Not imported: " + String.join(", ", plan.ignored()) + ".");
    }

    private static Div discard(ImportPage page) {
        var discard = new Button("Discard this file", click -> page.discard());
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(discard);
        actions.addClassName("imports-actions");
        return actions;
    }
}
