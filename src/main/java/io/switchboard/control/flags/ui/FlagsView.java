package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** All flags: for whom each is on now, by which rules. */
@Route(":tenant/flags")
@Menu(title = "Flags", order = 420, icon = "vaadin:flag-o")
@PageTitle("Flags · Switchboard")
@StyleSheet("context://themes/base/flags.css")
@OfPlatform
@PermitAll
class FlagsView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final String PURPOSE =
            "What is switched on for which tenants, without a new version. Every change leaves a receipt.";

    private final transient FlagDesk desk;
    private final transient FlagChanges changes;
    private final transient Tenants tenants;
    private final transient FlagOwners owners;
    private final transient Clock clock;

    FlagsView(
            TenantContexts contexts,
            FlagDesk desk,
            FlagChanges changes,
            Tenants tenants,
            FlagOwners owners,
            Clock clock) {
        super(contexts);
        this.desk = desk;
        this.changes = changes;
        this.tenants = tenants;
        this.owners = owners;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(header(context));
        desk.againstViewing(context.caller())
                .ifPresentOrElse(decision -> add(new NotAllowedToSee("flags", decision)), () -> list(context));
    }

    private Component header(TenantContext context) {
        return context.holds(Role.PLATFORM_ADMIN)
                ? new PageHeader("Flags", PURPOSE, create(context))
                : new PageHeader("Flags", PURPOSE);
    }

    private Button create(TenantContext context) {
        var create = new Button("New flag", click -> new NewFlag(context, changes, owners).open());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return create;
    }

    private void list(TenantContext context) {
        var snapshot = desk.now(context.caller());
        add(new StaleNotice(desk.staleSince()));
        add(snapshot.flags().isEmpty() ? nothing(context) : table(context, snapshot));
    }

    private Component table(TenantContext context, Snapshot snapshot) {
        var all = tenants.inUse();
        var names = new TenantNames(all);
        return new DataTable<Flag>("Flags")
                .column("Flag", flag -> named(context, flag))
                .column("State", flag -> FlagWords.state(flag, snapshot, all))
                .column("Rules", flag -> new Span(rules(flag, names)))
                .column("Owner", flag -> new Span(owners.name(context.tenant().id(), flag.owner())))
                .column("Changed", flag -> new RelativeTime(flag.changedAt(), clock))
                .rows(List.copyOf(snapshot.flags().values()));
    }

    private static Component named(TenantContext context, Flag flag) {
        var link = new RouterLink(
                flag.key().value(),
                FlagView.class,
                context.parameters("flag", flag.key().value()));
        link.addClassName("flag-key");
        return new Div(link, new Div(flag.title()));
    }

    private static String rules(Flag flag, TenantNames names) {
        return flag.rules().isEmpty()
                ? "none"
                : flag.rules().stream().map(rule -> FlagWords.rule(rule, names)).collect(Collectors.joining(", "));
    }

    private static Component nothing(TenantContext context) {
        return new EmptyState(
                "No flag yet",
                "A flag lets code that is there already work for some tenants first, and stop for all of them at once. A platform-admin makes the first.",
                new Anchor(context.path("board"), "See what fixes wait on the board"));
    }
}
