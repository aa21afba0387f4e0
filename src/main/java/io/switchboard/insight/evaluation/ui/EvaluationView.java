package io.switchboard.insight.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.evaluation.EvaluationDesk;
import io.switchboard.insight.evaluation.EvaluationKit;
import io.switchboard.insight.evaluation.Memo;
import io.switchboard.insight.evaluation.Memos;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.DateField;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The 30 days of an evaluation as a living page: what has to be shown, what is, and what of it is proven by which receipt. */
@Route(":tenant/evaluation")
@Menu(title = "Evaluation", order = 360, icon = "vaadin:clipboard-check")
@PageTitle("Evaluation · Switchboard")
@StyleSheet("context://themes/base/delivery.css")
@PermitAll
class EvaluationView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient EvaluationDesk desk;
    private final transient Memos memos;
    private final transient EvaluationCards cards;
    private final transient Clock clock;
    private final Ending ending = new Ending();
    private transient Optional<Object> shown = Optional.empty();

    EvaluationView(TenantContexts contexts, EvaluationDesk desk, Memos memos, EvaluationCards cards, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.memos = memos;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        removeAll();
        ending.removeAll();
        shown = Optional.empty();
        var header = new PageHeader(
                "Evaluation",
                "Thirty days, and what has to be shown in them. Each line ticks itself from facts on record.",
                new Anchor(context.path("ledger"), "Decisions"));
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(header, new NotAllowedToSee("the evaluation", against.get()));
            return;
        }
        var body = new Div();
        body.addClassName("delivery-cards");
        var begin = new Div();
        begin.addClassName("delivery-cards");
        add(header, ending, body, begin);
        again(context, body);
        begin.add(sign(context, body), begin(context, body));
        LooksAgain.whileOpen(body, () -> again(context, body));
    }

    private void again(TenantContext context, Div body) {
        var kit = desk.kit(context.caller());
        var signed = memos.list(context.caller());
        var stand =
                kit.<Object>map(known -> EvaluationCards.stand(known, signed)).orElse("none");
        if (shown.filter(stand::equals).isEmpty()) {
            shown = Optional.of(stand);
            body.removeAll();
            kit.ifPresentOrElse(
                    known -> body.add(parts(context, known, signed)),
                    () -> body.add(
                            new Card(
                                    "No evaluation has begun",
                                    new Paragraph(
                                            "Begin one below: it says what will have to be shown, and ticks it off as it is."))));
        }
    }

    private Component[] parts(TenantContext context, EvaluationKit kit, List<Memo> signed) {
        return new Component[] {
            cards.progress(context, kit),
            cards.criteria(context, kit),
            cards.setup(context, kit),
            cards.integrations(context, kit),
            cards.reports(context, kit),
            cards.metrics(context, kit),
            cards.memos(context, signed)
        };
    }

    /** Beside what looks again, so that nothing takes the words away from whoever types them. */
    private Component sign(TenantContext context, Div body) {
        return memos.againstSigning(context.caller()).isPresent()
                ? new Card(
                        "Sign a memo",
                        new Paragraph(
                                "A partner-admin or an evaluator signs for the tenant what the evaluation came to."))
                : new MemoForm((verdict, words) -> {
                    var ended = memos.sign(context.caller(), verdict, words);
                    ending.tell(context.slug(), "sign the memo", ended);
                    again(context, body);
                    return ended instanceof Enforced.Done<?>;
                });
    }

    private Component begin(TenantContext context, Div body) {
        if (Stream.of(Role.PARTNER_ADMIN, Role.EVALUATOR).noneMatch(context::holds)) {
            return new Card("Begin", new Paragraph("A partner-admin or an evaluator can begin an evaluation."));
        }
        var day = new DateField("First day (UTC)");
        day.setValue(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var button = new Button("Begin the 30 days", _ -> {
            if (day.getValue() != null) {
                var ended = desk.begin(context.caller(), day.getValue());
                ending.tell(context.slug(), "begin the evaluation", ended);
                if (ended instanceof Enforced.Done<?>) {
                    again(context, body);
                }
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var line = new Div(day, button);
        line.addClassNames("line", "form-line");
        return new Card(
                "Begin",
                new Paragraph(
                        "An evaluation that is begun again takes the place of the one before; what was shown stays on record."),
                line);
    }
}
