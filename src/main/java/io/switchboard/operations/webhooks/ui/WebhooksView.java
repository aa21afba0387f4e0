package io.switchboard.operations.webhooks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Role;
import io.switchboard.operations.webhooks.Endpoint;
import io.switchboard.operations.webhooks.EndpointName;
import io.switchboard.operations.webhooks.Webhooks;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** The tenant's endpoints, a form for one more, and, once, the secret of a new one. */
@Route(":tenant/webhooks")
@Menu(title = "Webhooks", order = 130, icon = "vaadin:connect-o")
@PageTitle("Webhooks · Switchboard")
@StyleSheet("context://themes/base/webhooks.css")
@PermitAll
class WebhooksView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient Webhooks webhooks;
    private final transient Clock clock;
    private final Div outcome = new Div();

    WebhooksView(TenantContexts contexts, Webhooks webhooks, Clock clock) {
        super(contexts);
        this.webhooks = webhooks;
        this.clock = clock;
        outcome.addClassName("webhook-outcome");
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        outcome.removeAll();
        webhooks.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(
                                new PageHeader("Webhooks", "Addresses of yours that hear from the portal."),
                                new NotAllowedToSee("webhooks", decision)),
                        () -> list(context));
    }

    private void list(TenantContext context) {
        removeAll();
        add(
                new PageHeader(
                        "Webhooks",
                        "Addresses of yours that hear from the portal, each message signed as Standard Webhooks say.",
                        new Anchor(context.path("deliveries"), "What was delivered")),
                outcome,
                table(context),
                form(context),
                new AllowedHostsCard(
                        webhooks.allowedHosts(context.caller()), context.holds(Role.PARTNER_ADMIN), hosts -> {
                            var ended = webhooks.allowHosts(context.caller(), hosts);
                            list(context);
                            tell(context, "change the hosts that may be sent to", ended);
                        }));
    }

    private Component table(TenantContext context) {
        var all = webhooks.list(context.caller());
        return all.isEmpty()
                ? new EmptyState(
                        "No endpoint yet",
                        "Register an address that takes a POST. Its secret is shown once; then send it a test from the page Deliveries.",
                        new Anchor(context.path("deliveries"), "See deliveries"))
                : new DataTable<Endpoint>("Endpoints")
                        .column("Name", endpoint -> code(endpoint.name().value()))
                        .column("Address", endpoint -> code(endpoint.address()))
                        .column("Since", endpoint -> new RelativeTime(endpoint.createdAt(), clock))
                        .column("Secret", this::secret)
                        .column("Public key", WebhooksView::publicKey)
                        .column("Action", endpoint -> actions(context, endpoint))
                        .rows(all);
    }

    private Component secret(Endpoint endpoint) {
        var since = new Div(new RelativeTime(endpoint.rotatedAt().orElse(endpoint.createdAt()), clock));
        endpoint.formerUntil()
                .filter(_ -> endpoint.isOverlapping(clock.instant()))
                .ifPresent(
                        until -> since.add(new Div(new Span("The former one ends "), new RelativeTime(until, clock))));
        return since;
    }

    /** Whoever has it checks messages without being able to make them; it is no secret. */
    private static Component publicKey(Endpoint endpoint) {
        return endpoint.publicKey()
                .<Component>map(key -> new CopyText("the public key of " + endpoint.name(), key))
                .orElseGet(() -> new Span("none yet: rotate the secret"));
    }

    private Div actions(TenantContext context, Endpoint endpoint) {
        var actions = new Div(rotate(context, endpoint), remove(context, endpoint));
        actions.addClassName("webhook-actions");
        return actions;
    }

    private Button rotate(TenantContext context, Endpoint endpoint) {
        var rotate = new Button("Rotate the secret", click -> {
            var sure = new ConfirmDialog();
            sure.setHeader("Rotate the secret of " + endpoint.name() + "?");
            sure.setText(
                    "A new secret is shown once. Messages carry two signatures for 24 hours, by the new secret and by"
                            + " the present one, so the receiver has so long to take the new one."
                            + (endpoint.isOverlapping(clock.instant())
                                    ? " The one before the present one, which still signs, ends at once."
                                    : ""));
            sure.setCancelable(true);
            sure.setConfirmButton("Rotate", confirmed -> rotated(context, endpoint));
            sure.open();
        });
        rotate.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        rotate.setAriaLabel("Rotate the secret of " + endpoint.name());
        return rotate;
    }

    private void rotated(TenantContext context, Endpoint endpoint) {
        webhooks.rotate(context.caller(), endpoint.name()).ifPresent(ended -> {
            list(context);
            tell(context, "rotate the secret", ended);
            if (ended instanceof Enforced.Done<Webhooks.Registered> done) {
                outcome.add(secret(done.value()));
            }
        });
    }

    private Button remove(TenantContext context, Endpoint endpoint) {
        var remove = new Button(
                "Remove",
                click -> webhooks.remove(context.caller(), endpoint.name()).ifPresent(ended -> {
                    list(context);
                    tell(context, "remove the endpoint", ended);
                }));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel("Remove " + endpoint.name());
        return remove;
    }

    private Component form(TenantContext context) {
        var name = new TextField("Name");
        name.setMaxLength(40);
        name.setHelperText("As commands call it, such as pager.");
        var address = new TextField("Address, in full");
        address.setMaxLength(2000);
        address.addClassName("webhook-wide");
        name.addClassName("webhook-wide");
        var register = new Button("Register", click -> register(context, name, address.getValue()));
        register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var card = new Section(new H2("New endpoint"), name, address, register);
        card.addClassNames("card", "webhook-card");
        return card;
    }

    private void register(TenantContext context, TextField name, String address) {
        name.setInvalid(!EndpointName.isValid(name.getValue().strip()));
        name.setErrorMessage(EndpointName.SYNTAX);
        if (!name.isInvalid()) {
            var ended = webhooks.register(
                    context.caller(), new EndpointName(name.getValue().strip()), address);
            if (ended instanceof Enforced.Done<Webhooks.Registered>) {
                list(context);
            }
            tell(context, "register the endpoint", ended);
            if (ended instanceof Enforced.Done<Webhooks.Registered> done) {
                outcome.add(secret(done.value()));
            }
        }
    }

    private static Component secret(Webhooks.Registered registered) {
        var card = new Section(
                new H2("The secret of " + registered.endpoint().name()),
                new Paragraph("Give it to the receiver now. It is kept encrypted and not shown again."),
                new CopyText("the secret", registered.secret().text()));
        card.addClassNames("card", "webhook-card");
        return card;
    }

    private void tell(TenantContext context, String wanted, Enforced<?> ended) {
        outcome.removeAll();
        if (ended instanceof Enforced.Done<?> done) {
            var notice = new Div(
                    new Span("Done: " + wanted + ". "),
                    new ReceiptBadge(context.slug(), done.receipt().id(), LogState.PENDING));
            notice.addClassName("notice");
            notice.getElement().setAttribute("role", "status");
            outcome.add(notice);
        } else {
            outcome.add(Refusal.of(context.slug(), wanted, ended));
        }
    }

    private static Span code(String text) {
        var span = new Span(text);
        span.addClassNames("code", "webhook-code");
        return span;
    }
}
