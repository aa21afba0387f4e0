package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Instant;
import java.util.List;

/** The head of an import's page: the file and where it goes, where the import stands, its plan, its times and its receipt. */
final class ImportHeader extends Div {

    private static final long serialVersionUID = 1L;

    ImportHeader(TenantContext context, ImportDesk desk, ImportPlan plan) {
        this(context, desk, plan, new PageHeader(Words.title(plan), sentence(plan, desk)));
    }

    ImportHeader(TenantContext context, ImportDesk desk, ImportPlan plan, Component primaryAction) {
        this(context, desk, plan, new PageHeader(Words.title(plan), sentence(plan, desk), primaryAction));
    }

    private ImportHeader(TenantContext context, ImportDesk desk, ImportPlan plan, PageHeader header) {
        addClassName("imports-head");
        add(header, facts(context, desk, plan));
        if (!plan.notes().isEmpty()) {
            add(notes(plan.notes()));
        }
    }

    private static String sentence(ImportPlan plan, ImportDesk desk) {
        var many = desk.words(plan).many();
        if (plan.reverts().isPresent()) {
            return reverting(plan, many);
        }
        return switch (plan.status()) {
            case UPLOADED ->
                plan.source().isDocument()
                        ? "The format was recognised. Do a dry run; nothing changes yet."
                        : "Say which column fills which field, then do a dry run. Nothing changes yet.";
            case PLANNING ->
                "The dry run validates every row and compares it with your " + many + ". Nothing changes yet.";
            case PLANNED -> "This is what a commit would do, exactly this or nothing.";
            case COMMITTING -> "The commit is one transaction: all of the plan, or nothing.";
            case COMMITTED -> "The plan was committed as a whole. The counts say what happened.";
            case STALE ->
                "Your " + many
                        + " changed since the plan was made, so it was not committed. Nothing of it was applied.";
            case EXPIRED -> "The plan was not committed in time. Nothing of it was applied.";
            case FAILED -> "The import ended with a problem. Nothing of it was applied.";
            case DISCARDED -> "The plan was discarded. Nothing of it was applied.";
        };
    }

    private static String reverting(ImportPlan plan, String many) {
        return switch (plan.status()) {
            case UPLOADED, PLANNING ->
                "What the import did is compared with your " + many + " as they are now. Nothing changes yet.";
            case PLANNED -> "This is what undoing the import would do, exactly this or nothing.";
            case COMMITTING -> "The undoing is one transaction: all of the plan, or nothing.";
            case COMMITTED -> "The import was undone. Both stay in the history, each with its receipt.";
            case STALE ->
                "Your " + many + " changed since the plan was made, so the import was not undone. Nothing was changed.";
            case EXPIRED, FAILED, DISCARDED -> "The import was not undone. Nothing was changed.";
        };
    }

    private static Component facts(TenantContext context, ImportDesk desk, ImportPlan plan) {
        var facts = new Div(Words.status(plan.status()));
        facts.addClassName("imports-facts");
        facts.add(
                labelled("Plan", new ShortId(plan.id().value())),
                labelled("Format", new Span(desk.drafts().formatTitle(plan))),
                labelled("Made", time(desk, plan.createdAt())));
        plan.reverts().ifPresent(reverted -> facts.add(labelled("Reverts", link(context, reverted))));
        if (plan.reverts().isEmpty()) {
            facts.add(labelled("Conflict mode", new Span(plan.conflictMode().wire())));
        }
        desk.revertsOf(context, plan).forEach(revert -> facts.add(labelled("Reverted by", link(context, revert.id()))));
        if (plan.status() == ImportStatus.PLANNED) {
            facts.add(labelled("Valid until", time(desk, plan.expiresAt())));
        }
        plan.receipt()
                .ifPresent(id ->
                        facts.add(labelled("Receipt", new ReceiptBadge(context.slug(), id, state(desk, plan, id)))));
        return facts;
    }

    private static Component link(TenantContext context, ImportId id) {
        return new RouterLink(id.value(), ImportView.class, context.parameters("import", id.value()));
    }

    private static LogState state(ImportDesk desk, ImportPlan plan, ReceiptId id) {
        return desk.states(plan.tenant(), List.of(plan)).getOrDefault(id, LogState.PENDING);
    }

    private static Component time(ImportDesk desk, Instant instant) {
        return new RelativeTime(instant, desk.clock());
    }

    private static Component labelled(String label, Component value) {
        var both = new Span(Words.styled("label", label), value);
        both.addClassName("labelled");
        return both;
    }

    private static Component notes(List<String> notes) {
        var box = new Div();
        notes.forEach(note -> box.add(new Paragraph(note)));
        box.addClassNames("notice", "imports-notes");
        return box;
    }
}
