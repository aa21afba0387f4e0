package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.LogStatus;
import io.switchboard.control.receipts.TransparencyLog;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.ActionId;
import io.switchboard.operations.administration.LogOperations;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** The tenant's transparency log: how far it is, who has attested it, whether it is what was signed, and who may read it. */
@Route(":tenant/log")
@Menu(title = "Log", order = 320, icon = "vaadin:file-tree")
@PageTitle("Log · Switchboard")
@StyleSheet("context://themes/base/administration.css")
@PermitAll
class LogView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient TransparencyLog logs;
    private final transient LogOperations operations;
    private final transient ProofLine proof;
    private final transient Clock clock;
    private final Div outcome = new Div();
    private final Div body = new Div();

    LogView(TenantContexts contexts, TransparencyLog logs, LogOperations operations, ProofLine proof, Clock clock) {
        super(contexts);
        this.logs = logs;
        this.operations = operations;
        this.proof = proof;
        this.clock = clock;
        outcome.addClassName("outcome");
        body.addClassName("log-page");
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        outcome.removeAll();
        add(
                new PageHeader(
                        "Log",
                        "Every receipt has its place in a tree that only grows. Whoever keeps a checkpoint can prove that nothing before it was changed."),
                outcome,
                body);
        show(context);
    }

    private void show(TenantContext context) {
        body.removeAll();
        logs.status(context.tenant().id())
                .ifPresentOrElse(log -> show(context, log), () -> body.add(nothingYet(context)));
    }

    private static Component nothingYet(TenantContext context) {
        return new EmptyState(
                "No entry yet",
                "The log begins with the first governed action of this tenant, about a second after it.",
                new Anchor("/" + context.path("setup"), "Go on with the setup"));
    }

    private void show(TenantContext context, LogStatus log) {
        log.halted().ifPresent(why -> body.add(LogParts.halted(why)));
        body.add(
                card("Checkpoint", LogParts.checkpoint(log)),
                card("Attested by others", LogParts.anchoring(log, clock), anchor(context)),
                card("Checked from the ground up", LogParts.check(log, clock), check(context)),
                card("Who may read it", LogParts.readers(log), publish(context, log)));
    }

    private Component anchor(TenantContext context) {
        return offered(
                context,
                LogOperations.ANCHOR,
                "Last asked for",
                button(
                        "Anchor now",
                        () -> tell(
                                context,
                                "have the log anchored",
                                operations.anchor(context.caller()),
                                "Asked for. The timestamp comes in the background, usually within seconds.")));
    }

    private Component check(TenantContext context) {
        return offered(context, LogOperations.CHECK, "Last asked for", button("Check now", () -> {
            var ended = operations.check(context.caller());
            tell(context, "check the log", ended, "Checked. The result is below.");
        }));
    }

    private Component publish(TenantContext context, LogStatus log) {
        boolean next = !log.isPublic();
        return offered(
                context,
                LogOperations.PUBLISH,
                "Last changed",
                button(
                        next ? "Let everybody read it" : "Make it private",
                        () -> tell(
                                context,
                                "change who may read the log",
                                operations.publish(context.caller(), next),
                                next ? "Everybody may read the log now." : "Only this tenant may read the log now.")));
    }

    private Component offered(TenantContext context, ActionId action, String what, Button button) {
        var row = new Div();
        row.addClassName("log-action");
        if (operations.may(context.caller(), action)) {
            row.add(button);
        }
        proof.latest(context, action, what).ifPresent(row::add);
        return row;
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text, click -> {
            action.run();
            click.getSource().setEnabled(true);
        });
        button.setDisableOnClick(true);
        return button;
    }

    private void tell(TenantContext context, String wanted, Enforced<?> ended, String success) {
        outcome.removeAll();
        outcome.add(
                ended instanceof Enforced.Done<?> done
                        ? done(context, done, success)
                        : Refusal.of(context.slug(), wanted, ended));
        show(context);
    }

    private static Component done(TenantContext context, Enforced.Done<?> done, String success) {
        var notice = new Div(
                new StateTag(StateTag.Tone.SUCCESS, "done"),
                new Span(success),
                new ReceiptBadge(context.slug(), done.receipt().id(), LogState.PENDING));
        notice.addClassNames("notice", "log-notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.addClassNames("card", "log-card");
        card.add(parts);
        return card;
    }
}
