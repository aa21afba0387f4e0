package io.switchboard.insight.evaluation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.evaluation.Memo;
import io.switchboard.insight.evaluation.MemoReview;
import io.switchboard.insight.evaluation.MemoText;
import io.switchboard.insight.evaluation.Memos;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenant;
import java.util.Optional;
import java.util.function.Consumer;

/** A tenant's memo as it was signed, and the platform's answer to it. */
final class MemoDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Enforced<Memo>> answered;

    MemoDialog(TenantContext context, Tenant tenant, Memo memo, MemoReview review, Consumer<Enforced<Memo>> answered) {
        this.answered = answered;
        setHeaderTitle("Memo " + memo.number() + " of " + tenant.name());
        setWidth("min(60rem, 92vw)");
        var text = MemoText.of(memo);
        add(facts(memo, text), criteria(text), metrics(text));
        getFooter().add(new Button("Close", _ -> close()));
        if (memo.standing() == Memo.Standing.WAITING) {
            answer(context, tenant, memo, review);
        }
        addDialogCloseActionListener(_ -> close());
    }

    private static Facts facts(Memo memo, MemoText text) {
        return new Facts()
                .with("Verdict", memo.verdict().title())
                .with("What the tenant says", memo.words().isEmpty() ? "nothing to add" : memo.words())
                .with("Signed by", memo.signed().name() + ", " + memo.signed().at())
                .with("Days (UTC)", text.days())
                .with("SHA-256 of what was signed", new ShortId(memo.digest().hex()))
                .with("Stands", memo.standing().words());
    }

    private static DataTable<MemoText.Line> criteria(MemoText text) {
        return new DataTable<MemoText.Line>("Exit criteria")
                .column("Exit criterion", line -> new Span(line.name()))
                .column("Stood", line -> new Span(line.stands()))
                .column("How it stood", line -> new Span(line.says()))
                .rows(text.criteria());
    }

    private static DataTable<MemoText.Line> metrics(MemoText text) {
        return new DataTable<MemoText.Line>("Success metrics")
                .column("Success metric", line -> new Span(line.name()))
                .column("30 days", line -> new Span(line.stands()))
                .column("30 days before", line -> new Span(line.says()))
                .rows(text.metrics());
    }

    private void answer(TenantContext context, Tenant tenant, Memo memo, MemoReview review) {
        var why = new TextArea("Why not, if you decline (the tenant reads it)");
        why.setWidthFull();
        why.setMaxLength(Memos.LONGEST);
        var decline = new Button(
                "Decline", _ -> done(review.decline(context.caller(), tenant.slug(), memo.number(), why.getValue())));
        var sign = new Button(
                "Countersign", _ -> done(review.countersign(context.caller(), tenant.slug(), memo.number())));
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new H3("The platform's answer"),
                new Paragraph(
                        "To countersign puts the platform's signature beside the tenant's, over the same bytes. Neither can be taken back."),
                why);
        getFooter().add(decline, sign);
    }

    private void done(Optional<Enforced<Memo>> ended) {
        close();
        ended.ifPresent(answered);
    }
}
