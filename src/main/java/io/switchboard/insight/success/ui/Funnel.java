package io.switchboard.insight.success.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.success.FigureWords;
import io.switchboard.insight.success.Success;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The steps of the setup in their order: done or not, how long after the tenant's creation, and the receipt that says so. */
final class Funnel {

    private Funnel() {}

    /** Without a context there is no way to receipts. */
    static Component of(Optional<TenantContext> context, Success success, Clock clock) {
        var funnel = new DataTable<Checklist.Item>("Activation funnel")
                .column("Step", item -> new Span(item.step().title()))
                .column("State", item -> state(item.state()))
                .column("Time to it", item -> new Span(after(success, item)))
                .column("Done", item -> done(item, clock));
        context.ifPresent(of -> funnel.column("Receipt", item -> receipt(of, item)));
        return funnel.rows(success.checklist().items());
    }

    private static StateTag state(Checklist.State state) {
        return switch (state) {
            case DONE -> new StateTag(StateTag.Tone.SUCCESS, "done");
            case OPEN -> new StateTag(StateTag.Tone.NEUTRAL, "to do");
            case EXCEPTED -> new StateTag(StateTag.Tone.NEUTRAL, "not applicable");
            case NOT_YET -> new StateTag(StateTag.Tone.NEUTRAL, "not yet");
        };
    }

    private static String after(Success success, Checklist.Item item) {
        return item.completion()
                .map(done ->
                        FigureWords.duration(Duration.between(success.tenant().createdAt(), done.at())))
                .orElse(FigureWords.NONE);
    }

    private static Component done(Checklist.Item item, Clock clock) {
        return item.completion()
                .<Component>map(done -> new RelativeTime(done.at(), clock))
                .orElseGet(() -> new Span(FigureWords.NONE));
    }

    private static Component receipt(TenantContext context, Checklist.Item item) {
        return item.completion()
                .<Component>map(done -> new ReceiptBadge(
                        context.slug(),
                        done.proof().receipt().id(),
                        done.proof().state()))
                .orElseGet(() -> new Span(FigureWords.NONE));
    }
}
