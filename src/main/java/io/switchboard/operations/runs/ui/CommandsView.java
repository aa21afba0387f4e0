package io.switchboard.operations.runs.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.runs.RunDesk;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;

/** The catalogue of commands, each with what it can change and a way to run it. */
@Route(":tenant/commands")
@Menu(title = "Commands", order = 200, icon = "vaadin:terminal")
@PageTitle("Commands · Switchboard")
@StyleSheet("context://themes/base/runs.css")
@PermitAll
class CommandsView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient RunDesk desk;

    CommandsView(TenantContexts contexts, RunDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader(
                "Commands",
                "What the portal does for you under policy. Each run leaves a receipt for every step.",
                new RouterLink("All runs", RunsView.class, context.parameters())));
        desk.againstViewing(context.caller())
                .ifPresentOrElse(decision -> add(new NotAllowedToSee("commands", decision)), () -> list(context));
    }

    private void list(TenantContext context) {
        var cards = new Div();
        cards.addClassName("command-cards");
        desk.commands().stream()
                .filter(command -> command.isOffered(context.caller()))
                .forEach(command -> cards.add(new CommandCard(context, desk, command)));
        add(cards);
    }
}
