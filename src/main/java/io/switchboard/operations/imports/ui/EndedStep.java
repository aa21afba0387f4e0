package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.KindWords;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How an import ended, and what to do next. */
final class EndedStep extends Div {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final transient TenantContext context;
    private final transient ImportPage page;
    private final transient ImportPlan plan;
    private final transient KindWords words;

    EndedStep(TenantContext context, ImportDesk desk, ImportPage page, ImportPlan plan) {
        this.context = context;
        this.page = page;
        this.plan = plan;
        this.words = desk.words(plan);
        addClassName("imports-step");
        if (plan.counts().read() > 0) {
            add(Words.counts(plan.counts()));
        }
        add(next());
        if (plan.clearedAt().isPresent()) {
            add(purged(context));
        } else if (plan.counts().read() > 0) {
            add(new ChangeTable(context, desk, plan, () -> {}), new FileFacts(context, desk, plan));
        }
    }

    private Component purged(TenantContext context) {
        var purged = new Paragraph("File and rows of this import were purged on "
                + DAY.format(plan.clearedAt().orElseThrow())
                + " when they were older than they are kept. Counts and receipts stay. ");
        plan.purge()
                .map(purge -> new Anchor(context.path("retention/" + purge), "Its manifest"))
                .ifPresent(purged::add);
        return purged;
    }

    private Component next() {
        var card = new Section(new H2("What to do next"));
        card.addClassNames("card", "imports-card");
        plan.failure().ifPresent(failure -> card.addComponentAtIndex(0, reason(failure)));
        card.add(new Paragraph(advice()), actions());
        return card;
    }

    private static Component reason(String failure) {
        var reason = new Paragraph(failure);
        reason.addClassName("imports-reason");
        return reason;
    }

    private String advice() {
        if (plan.reverts().isPresent()) {
            return plan.status() == ImportStatus.COMMITTED
                    ? "The receipt proves what was undone. A revert can be reverted, too."
                    : "A new preview compares the import with your " + words.many() + " as they are now.";
        }
        return switch (plan.status()) {
            case COMMITTED -> committed();
            case STALE -> "A new dry run of the same file compares it with your " + words.many() + " as they are now.";
            case EXPIRED ->
                "A plan can be committed for 30 minutes, so that it still means what you saw. Make a new one of the same file.";
            case FAILED -> "Correct the file and upload it, or try the same file again.";
            case DISCARDED -> "Make a new dry run of the same file if you discarded the plan by mistake.";
            case UPLOADED, PLANNING, PLANNED, COMMITTING -> throw new IllegalStateException("not ended: " + plan.id());
        };
    }

    private String committed() {
        var held = plan.counts().held();
        var rest = held == 0
                ? ""
                : Words.number(held, "row that raises privileges", "rows that raise privileges")
                        + " stayed out; a new dry run of this file lets you tick what you want to include. ";
        return rest
                + words.afterwards().map(sentence -> sentence + " ").orElse("")
                + "Export the evidence to prove this import to anybody.";
    }

    private Component actions() {
        var actions = new Div();
        actions.addClassName("imports-actions");
        if (plan.status() == ImportStatus.COMMITTED) {
            actions.add(new Anchor("/" + context.path("trust"), "Export evidence"));
        }
        if (plan.clearedAt().isEmpty()
                && (plan.status() != ImportStatus.COMMITTED || plan.counts().held() > 0)) {
            actions.add(again());
        }
        if (plan.status() == ImportStatus.COMMITTED && plan.clearedAt().isEmpty()) {
            actions.add(revert());
        }
        actions.add(another());
        actions.add(new RouterLink("All imports", ImportsView.class, context.parameters()));
        return actions;
    }

    private Component another() {
        var link = new RouterLink("Import another file", NewImportView.class, context.parameters());
        link.setQueryParameters(NewImportView.of(plan.kind()));
        return link;
    }

    private Component revert() {
        var revert = new Button("Preview the revert", click -> page.revert());
        revert.setDisableOnClick(true);
        return revert;
    }

    private Component again() {
        var again = new Button(
                plan.reverts().isEmpty() ? "New dry run of this file" : "New preview of the revert",
                click -> page.again());
        if (plan.status() != ImportStatus.COMMITTED) {
            again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        again.setDisableOnClick(true);
        return again;
    }
}
