package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.flags.Evaluation;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.Ramp;
import io.switchboard.control.flags.RampDesk;
import io.switchboard.control.flags.RampNow;
import io.switchboard.control.flags.RampState;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.LooksAgain;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The flag's ramp on its page: how it stands, what happened to it, and for a platform-admin what can be done with it. */
@org.springframework.stereotype.Component
class RampCard {

    private static final int LOOKS = 5;

    private final RampDesk ramps;
    private final FlagDesk flags;
    private final RampHistory history;
    private final Tenants tenants;
    private final Clock clock;

    RampCard(RampDesk ramps, FlagDesk flags, RampHistory history, Tenants tenants, Clock clock) {
        this.ramps = ramps;
        this.flags = flags;
        this.history = history;
        this.tenants = tenants;
        this.clock = clock;
    }

    Section of(
            TenantContext context,
            Flag flag,
            Snapshot now,
            BiConsumer<String, Optional<? extends Enforced<?>>> done,
            Runnable moved) {
        var card = FlagView.card("Ramp");
        var latest = ramps.now(context.caller(), flag.key());
        latest.ifPresentOrElse(
                ramp -> card.add(shown(context, ramp, moved)),
                () -> card.add(new Paragraph("This flag has had no ramp yet.")));
        if (context.holds(Role.PLATFORM_ADMIN)) {
            card.add(latest.filter(ramp -> ramp.ramp().state().isActive())
                    .map(ramp -> buttons(context, flag, ramp.ramp(), done))
                    .orElseGet(() -> form(context, flag, now, done)));
        }
        latest.ifPresent(ramp -> card.add(new NativeDetails("What happened", history.of(context, ramp.ramp()))));
        return card;
    }

    private Component shown(TenantContext context, RampNow first, Runnable moved) {
        var shown = new Div(figures(context, first));
        shown.addClassName("flag-wide");
        if (first.ramp().state().isActive()) {
            var looks = new int[1];
            LooksAgain.whileOpen(shown, () -> look(context, first, shown, looks, moved));
        }
        return shown;
    }

    /** The figures every few seconds, the page when something happened. */
    private void look(TenantContext context, RampNow first, Div shown, int[] looks, Runnable moved) {
        var key = first.ramp().flag();
        boolean same = ramps.find(context.caller(), key)
                .filter(now -> now.number() == first.ramp().number()
                        && now.events().size() == first.ramp().events().size())
                .isPresent();
        if (!same) {
            moved.run();
        } else if (++looks[0] % LOOKS == 0) {
            ramps.now(context.caller(), key).ifPresent(now -> {
                shown.removeAll();
                shown.add(figures(context, now));
            });
        }
    }

    private Component figures(TenantContext context, RampNow now) {
        var key = now.ramp().flag();
        var flag = flags.now(context.caller()).find(key).orElseThrow();
        var everybody = tenants.inUse();
        long on = everybody.stream()
                .flatMap(tenant -> flags.evaluate(context.caller(), key, tenant.id()).stream())
                .filter(Evaluation::value)
                .count();
        return new RampFigures(
                now, RampWords.percent(flag), "on for " + on + " of " + everybody.size() + " tenants", clock);
    }

    private Component buttons(
            TenantContext context, Flag flag, Ramp ramp, BiConsumer<String, Optional<? extends Enforced<?>>> done) {
        var row = new Div();
        row.addClassName("flag-row");
        if (ramp.state() == RampState.PAUSED) {
            row.add(button(
                    "Resume", ramp, "resume the ramp", done, why -> ramps.resume(context.caller(), flag.key(), why)));
        } else {
            row.add(button(
                    "Pause", ramp, "pause the ramp", done, why -> ramps.pause(context.caller(), flag.key(), why)));
        }
        row.add(new Button(
                "Move to a step",
                click -> new RampDialog.Jump(
                                ramp,
                                (step, why) -> done.accept(
                                        "move the ramp", ramps.jump(context.caller(), flag.key(), step, why)))
                        .open()));
        var back = button(
                "Roll back",
                ramp,
                "roll the ramp back",
                done,
                why -> ramps.rollBack(context.caller(), flag.key(), why));
        back.addThemeVariants(ButtonVariant.LUMO_ERROR);
        row.add(back);
        ramp.ticket()
                .filter(_ -> ramp.state() == RampState.HELD)
                .ifPresent(ticket ->
                        row.add(new Anchor(context.path("approvals/" + ticket), "Open the ticket that it waits for")));
        return new Div(
                row,
                new Paragraph(
                        new Span(
                                "While a ramp is active, the share and the cohorts of its steps are its own; the kill switch works as ever.")));
    }

    private static Button button(
            String text,
            Ramp ramp,
            String wanted,
            BiConsumer<String, Optional<? extends Enforced<?>>> done,
            Function<String, Optional<? extends Enforced<?>>> action) {
        return new Button(
                text, click -> new RampDialog.Reason(text, ramp, why -> done.accept(wanted, action.apply(why))).open());
    }

    private Component form(
            TenantContext context, Flag flag, Snapshot now, BiConsumer<String, Optional<? extends Enforced<?>>> done) {
        return new NativeDetails(
                "Start a ramp",
                new RampForm(
                        now,
                        ramps.signals(),
                        (plan, why) -> done.accept(
                                "start the ramp",
                                ramps.start(context.caller(), flag.key(), flag.version(), plan, why))));
    }
}
