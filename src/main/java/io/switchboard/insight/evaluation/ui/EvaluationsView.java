package io.switchboard.insight.evaluation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.evaluation.Evaluation;
import io.switchboard.insight.evaluation.Memo;
import io.switchboard.insight.evaluation.MemoReview;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;

/** Which tenants are being evaluated, and their go/no-go memos for the platform's answer. */
@Route(":tenant/evaluations")
@Menu(title = "Evaluations", order = 407, icon = "vaadin:clipboard-check")
@PageTitle("Evaluations · Switchboard")
@OfPlatform
@PermitAll
class EvaluationsView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient MemoReview review;
    private final Ending ending = new Ending();
    private final Div body = new Div();

    EvaluationsView(TenantContexts contexts, MemoReview review) {
        super(contexts);
        this.review = review;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        removeAll();
        ending.removeAll();
        var header = new PageHeader(
                "Evaluations",
                "Which tenants are being evaluated, and what they came to. This table leaves no receipt; to read a memo and to answer it leave one in the platform's log and one in the tenant's.");
        var against = review.againstViewing(context.caller());
        if (against.isPresent()) {
            add(header, new NotAllowedToSee("the evaluations", against.get()));
            return;
        }
        add(header, ending, body);
        again(context);
    }

    private void again(TenantContext context) {
        var rows = review.list(context.caller());
        body.removeAll();
        body.add(
                rows.isEmpty()
                        ? new Paragraph("No tenant has begun an evaluation. It begins on the tenant's page Evaluation.")
                        : new DataTable<MemoReview.Row>("Evaluations")
                                .column("Tenant", row -> new Span(row.tenant().name()))
                                .column("Days (UTC)", EvaluationsView::days)
                                .column("Day", EvaluationsView::day)
                                .column("Memo", EvaluationsView::standing)
                                .column("", row -> read(context, row))
                                .rows(rows));
    }

    private static Span days(MemoReview.Row row) {
        return new Span(row.evaluation().beginsOn() + " to " + row.evaluation().lastDay());
    }

    private static Span day(MemoReview.Row row) {
        if (row.day() < 1) {
            return new Span("not begun");
        }
        return new Span(row.day() > Evaluation.DAYS ? "over" : row.day() + " of " + Evaluation.DAYS);
    }

    private static Span standing(MemoReview.Row row) {
        return new Span(row.latest()
                .map(memo -> "Memo " + memo.number() + ": " + memo.standing().words())
                .orElse("none yet"));
    }

    private Span read(TenantContext context, MemoReview.Row row) {
        return row.latest().map(memo -> new Span(button(context, row, memo))).orElseGet(Span::new);
    }

    private Button button(TenantContext context, MemoReview.Row row, Memo memo) {
        var button = new Button("Read, with a receipt", _ -> open(context, row, memo.number()));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Read the memo of " + row.tenant().name() + ", with a receipt");
        return button;
    }

    private void open(TenantContext context, MemoReview.Row row, int number) {
        review.read(context.caller(), row.tenant().slug(), number).ifPresent(ended -> {
            if (ended instanceof Enforced.Done<Memo> done) {
                new MemoDialog(context, row.tenant(), done.value(), review, answered -> answered(context, answered))
                        .open();
            } else {
                ending.tell(context.slug(), "read the memo", ended);
            }
        });
    }

    private void answered(TenantContext context, Enforced<Memo> answered) {
        ending.tell(context.slug(), "answer the memo", answered);
        again(context);
    }
}
