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
import java.util.function.LongSupplier;

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

    SuccessView(TenantContexts contexts, SuccessDesk desk, ActorNames names, ReceiptQuery receipts, Clock clock) {
        super(contexts);
        this.desk = desk;
        this.names = names;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("how the pilot goes", against.get()));
            return;
        }
        show(context, PeriodChoice.of(event.getLocation().getQueryParameters()));
    }

    private void show(TenantContext context, Period period) {
        add(new PageHeader(
                "Success",
                "How far " + context.tenant().name() + " has come with its pilot, counted from its receipts.",
                new PeriodChoice(context, period)));
        var board = new SuccessBoard(Optional.of(context), new SuccessTables(names, receipts, clock));
        var compared = compared(period);
        var look = new Look(() -> desk.receipts(context.caller()), () -> {
            var success = desk.of(context.caller(), period);
            compared.setVisible(!success.isEmpty());
            board.show(success);
        });
        look.again();
        LooksAgain.whileOpen(board, look::again);
        add(compared, board);
    }

    /** Counts receipts first, which is cheap, and computes figures only where there are more. */
    private static final class Look {

        private final LongSupplier receipts;
        private final Runnable show;
        private long seen = -1;

        Look(LongSupplier receipts, Runnable show) {
            this.receipts = receipts;
            this.show = show;
        }

        void again() {
            long now = receipts.getAsLong();
            if (now != seen) {
                seen = now;
                show.run();
            }
        }
    }

    static Paragraph compared(Period period) {
        var compared = new Paragraph("Each figure is about the last " + period.days()
                + " days (UTC, today as far as it has come) and is compared with the " + period.days() + " before.");
        compared.addClassName("success-compared");
        return compared;
    }
}
