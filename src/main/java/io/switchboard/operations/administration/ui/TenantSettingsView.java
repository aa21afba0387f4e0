package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.administration.TenantConfiguration;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import io.switchboard.platform.tenancy.TenantSettings;
import jakarta.annotation.security.PermitAll;

/** Name, colour, contact and retention of a tenant. */
@Route(":tenant/settings")
@Menu(title = "Tenant settings", order = 110, icon = "vaadin:cog-o")
@PageTitle("Tenant settings · Switchboard")
@StyleSheet("context://themes/base/administration.css")
@PermitAll
class TenantSettingsView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient TenantConfiguration configuration;
    private final transient ProofLine proof;
    private final Div outcome = new Div();

    TenantSettingsView(TenantContexts contexts, TenantConfiguration configuration, ProofLine proof) {
        super(contexts);
        this.configuration = configuration;
        this.proof = proof;
        outcome.addClassName("outcome");
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var form = new SettingsForm(context.tenant().settings());
        outcome.removeAll();
        add(new PageHeader(
                "Tenant settings", "How this tenant looks, whom to write to, and how long records are kept."));
        add(outcome, card(context, form), keys(context));
    }

    private static Component keys(TenantContext context) {
        return new Paragraph(
                new Span("What signs this tenant's receipts and documents is on the page "),
                new Anchor("/" + context.slug() + "/settings/keys", "Keys"),
                new Span("."));
    }

    private Component card(TenantContext context, SettingsForm form) {
        var card = new Div(form);
        card.addClassNames("card", "settings-card");
        if (configuration.mayConfigure(context.caller())) {
            card.add(save(context, form));
        } else {
            form.readOnly();
            card.add(new Paragraph("Only a partner-admin of this tenant can change this."));
        }
        proof.latest(context, TenantConfiguration.CONFIGURE, "Last changed").ifPresent(card::add);
        return card;
    }

    private Button save(TenantContext context, SettingsForm form) {
        var save = new Button("Save", click -> form.settings().ifPresent(settings -> configure(context, settings)));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return save;
    }

    private void configure(TenantContext context, TenantSettings settings) {
        outcome.removeAll();
        var ended = configuration.configure(
                context.caller(), settings, context.tenant().version());
        if (ended instanceof Enforced.Done) {
            Notification.show("Settings saved. The receipt is on this page.");
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(true));
        } else {
            outcome.add(Refusal.of(context.slug(), "change the tenant's settings", ended));
        }
    }
}
