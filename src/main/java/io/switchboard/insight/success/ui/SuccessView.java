package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ActorNames;
import io.switchboard.insight.success.Period;
import io.switchboard.insight.success.SuccessDesk;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;

/** How the pilot goes: figures with their definitions, and what they count. The period is in the address. What others do is seen here within two seconds. */
@Route(":tenant/success")
@Menu(title = "Success", order = 400, icon = "vaadin:trending-up")
@PageTitle("Success · Switchboard")
@StyleSheet("context://themes/base/success.css")
@PermitAll
class SuccessView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient SuccessDesk desk;
    private final transient ActorNames names;
    private final transient ReceiptQuery receipts;
    private final transient Clock clock;
    private transient Optional<Open> open = Optional.empty();

    SuccessView(TenantContexts contexts, SuccessDesk desk, ActorNames names, ReceiptQuery receipts, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.names = names;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        open = Optional.empty();
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("how the pilot goes", against.get()));
            return;
        }
        show(context, period(event));
    }

    /** Another period of the same tenant changes numbers, and leaves the page alone. */
    @Override
    protected boolean goesOn(TenantContext context, BeforeEnterEvent event) {
        var same = open.filter(page -> page.context.equals(context))
                .filter(_ -> desk.againstViewing(context.caller()).isEmpty());
        same.ifPresent(page -> page.choose(period(event)));
        return same.isPresent();
    }

    private static Period period(BeforeEnterEvent event) {
        return PeriodChoice.of(event.getLocation().getQueryParameters());
    }

    private void show(TenantContext context, Period period) {
        var page = new Open(context, period);
        open = Optional.of(page);
        add(
                new PageHeader(
                        "Success",
                        "How far " + context.tenant().name() + " has come with its pilot, counted from its receipts.",
                        page.choice),
                page.compared,
                page.board);
        page.again();
        LooksAgain.whileOpen(page.board, page::again);
    }

    /** What of the page goes with the period and with receipts. It counts receipts first, which is cheap, and computes figures only where there are more. */
    private final class Open {

        private final TenantContext context;
        private final PeriodChoice choice;
        private final Paragraph compared = SuccessView.compared(Period.MONTH);
        private final SuccessBoard board;
        private Period period;
        private long seen = -1;

        Open(TenantContext context, Period period) {
            this.context = context;
            this.period = period;
            choice = new PeriodChoice(context, period);
            board = new SuccessBoard(Optional.of(context), new SuccessTables(names, receipts, clock));
        }

        void choose(Period chosen) {
            period = chosen;
            choice.mark(chosen);
            show();
        }

        void again() {
            long now = desk.receipts(context.caller());
            if (now != seen) {
                seen = now;
                show();
            }
        }

        private void show() {
            var success = desk.of(context.caller(), period);
            compared.setText(sentence(period));
            compared.setVisible(!success.isEmpty());
            board.show(success);
        }
    }

    static Paragraph compared(Period period) {
        var compared = new Paragraph(sentence(period));
        compared.addClassName("success-compared");
        return compared;
    }

    private static String sentence(Period period) {
        return "Each figure is about the last " + period.days()
                + " days (UTC, today as far as it has come) and is compared with the " + period.days() + " before.";
    }
}
