package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.switchboard.operations.imports.ConflictMode;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.platform.identity.ui.TenantContext;

/** The plan: what a commit would do, the ticks on what raises privileges, and the way to commit or discard it. */
final class DiffStep extends Div {

    private static final long serialVersionUID = 1L;

    private final transient TenantContext context;
    private final transient ImportDesk desk;
    private final transient ImportPage page;
    private final transient ImportPlan plan;
    private final Button commit;
    private int ticked;

    DiffStep(TenantContext context, ImportDesk desk, ImportPage page, ImportPlan plan) {
        this.context = context;
        this.desk = desk;
        this.page = page;
        this.plan = plan;
        this.commit = new Button("", click -> confirm());
        addClassName("imports-step");
        commit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new ImportHeader(context, desk, plan, commit), Words.counts(plan.counts()));
        lastAttempt(plan);
        if (stops()) {
            add(notice("This import stops where something exists and differs, and "
                    + Words.number(plan.counts().conflict(), "row does", "rows do")
                    + ". Take them out of the file, or plan it again with another conflict mode."));
        }
        add(new ChangeTable(context, desk, plan, this::count), new FileFacts(context, desk, plan), discard());
        count();
    }

    private void lastAttempt(ImportPlan plan) {
        plan.failure().ifPresent(text -> add(notice("The last attempt to commit did not succeed. " + text)));
    }

    private static Component notice(String text) {
        var notice = new Paragraph(text);
        notice.addClassName("notice");
        return notice;
    }

    private void count() {
        ticked = desk.diff().ticked(context.caller(), plan.id()).size();
        long changes = plan.counts().changes() + ticked;
        commit.setText(changes == 0 ? "Nothing to commit" : "Commit " + Words.number(changes, "change", "changes"));
        commit.setEnabled(changes > 0 && !stops());
    }

    private boolean stops() {
        return plan.conflictMode() == ConflictMode.STOP && plan.counts().conflict() > 0;
    }

    private void confirm() {
        var dialog = new ConfirmDialog();
        dialog.setHeader(commit.getText() + "?");
        dialog.setText(consequence());
        dialog.setConfirmText("Commit");
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirmed -> page.commit());
        dialog.open();
    }

    private String consequence() {
        var counts = plan.counts();
        var words = desk.words(plan);
        var removed = counts.remove() == 0 ? "" : Words.number(counts.remove()) + " removed, ";
        return Words.number(counts.create(), words.one() + " is", words.many() + " are") + " created, " + removed
                + Words.number(counts.update()) + " changed, in one transaction." + ticks(counts.held() - ticked);
    }

    private String ticks(long left) {
        var included = ticked == 0
                ? ""
                : " Included " + (ticked == 1 ? "is " : "are ")
                        + Words.number(ticked, "row that raises", "rows that raise") + " privileges, as you ticked.";
        return left == 0
                ? included
                : included + " "
                        + Words.number(left, "row that raises privileges stays", "rows that raise privileges stay")
                        + " out.";
    }

    private Component discard() {
        var discard = new Button("Discard this plan", click -> page.discard());
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(discard);
        actions.addClassName("imports-actions");
        return actions;
    }
}
