package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.flags.Evaluation;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.control.flags.Variant;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.AddressValues;
import io.switchboard.platform.components.CopyText;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One flag: how it stands, what can be done with it, what each tenant gets, how it was at another time, and its history with receipts. */
@Route(":tenant/flags/:flag")
@PageTitle("Flag · Switchboard")
@StyleSheet("context://themes/base/flags.css")
@OfPlatform
@PermitAll
class FlagView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient FlagDesk desk;
    private final transient FlagForms forms;
    private final transient RampCard ramp;
    private final transient FlagHistory history;
    private final transient Tenants tenants;
    private final transient FlagOwners owners;
    private final transient Clock clock;
    private final Ending ending = new Ending();

    FlagView(
            TenantContexts contexts,
            FlagDesk desk,
            FlagForms forms,
            RampCard ramp,
            FlagHistory history,
            Tenants tenants,
            FlagOwners owners,
            Clock clock) {
        super(contexts);
        this.desk = desk;
        this.forms = forms;
        this.ramp = ramp;
        this.history = history;
        this.tenants = tenants;
        this.owners = owners;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        var against = desk.againstViewing(context.caller());
        if (against.isPresent()) {
            add(new NotAllowedToSee("flags", against.get()));
            return;
        }
        var at = AddressValues.of(event.getLocation().getQueryParameters()).value("at", Instant::parse);
        event.getRouteParameters()
                .get("flag")
                .filter(FlagKey::isValid)
                .map(FlagKey::new)
                .filter(key -> desk.now(context.caller()).find(key).isPresent())
                .ifPresentOrElse(key -> show(context, key, at), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, FlagKey key, Optional<Instant> at) {
        removeAll();
        var now = desk.now(context.caller());
        var flag = now.find(key).orElseThrow();
        var everybody = tenants.inUse();
        add(
                new PageHeader(flag.title(), "For whom it is on, why, and who changed that."),
                ending,
                new StaleNotice(desk.staleSince()));
        at.ifPresent(time -> add(card("As it was", then(context, key, time))));
        add(
                card("How it stands", facts(context, flag, now, everybody)),
                ramp.of(
                        context,
                        flag,
                        now,
                        (wanted, ended) -> done(context, key, wanted, ended),
                        () -> show(context, key, Optional.empty())),
                card("What each tenant gets", gets(context, key, everybody)));
        if (context.holds(Role.PLATFORM_ADMIN)) {
            forms.of(context, flag, now, (wanted, ended) -> done(context, key, wanted, ended))
                    .forEach(this::add);
        }
        add(card("History", history.of(context, key, new TenantNames(everybody))));
    }

    private Component facts(TenantContext context, Flag flag, Snapshot now, List<Tenant> everybody) {
        var names = new TenantNames(everybody);
        var facts = new Facts()
                .with("Key", new CopyText("the key", flag.key().value()))
                .with("State", FlagWords.state(flag, now, everybody))
                .with("Default", Variant.of(flag.byDefault()) + ", for tenants that no rule is about")
                .with("Owner", owners.name(context.tenant().id(), flag.owner()))
                .with("Changed", new RelativeTime(flag.changedAt(), clock));
        if (!context.holds(Role.PLATFORM_ADMIN)) {
            facts.with("Rules", rules(flag, names));
        }
        return facts;
    }

    static Component rules(Flag flag, TenantNames names) {
        var list = new OrderedList();
        flag.rules().forEach(rule -> list.add(new ListItem(FlagWords.rule(rule, names))));
        return flag.rules().isEmpty() ? new Span("none") : list;
    }

    private Component then(TenantContext context, FlagKey key, Instant time) {
        var names = new TenantNames(tenants.inUse());
        var at = new Span("At " + FlagWords.exact(time));
        return desk.at(context.caller(), time)
                .find(key)
                .<Component>map(flag -> new Div(
                        at,
                        new Facts()
                                .with("Switch", Variant.of(flag.on()))
                                .with("Default", Variant.of(flag.byDefault()))
                                .with("Rules", rules(flag, names))
                                .with("Version", String.valueOf(flag.version()))))
                .orElseGet(() -> new Div(at, new Span(": this flag was not there yet.")));
    }

    private Component gets(TenantContext context, FlagKey key, List<Tenant> everybody) {
        return new DataTable<Tenant>("What each tenant gets")
                .column("Tenant", tenant -> new Span(tenant.name()))
                .column(
                        "Gets",
                        tenant -> desk.evaluate(context.caller(), key, tenant.id())
                                .<Component>map(evaluation -> FlagWords.value(evaluation.value()))
                                .orElseGet(() -> new Span("–")))
                .column(
                        "Because",
                        tenant -> desk.evaluate(context.caller(), key, tenant.id())
                                .<Component>map(FlagView::because)
                                .orElseGet(() -> new Span("–")))
                .rows(everybody);
    }

    private static Component because(Evaluation evaluation) {
        var code = new Span(evaluation.reason().name());
        code.addClassName("code");
        var both = new Div(new Span(FlagWords.reason(evaluation)), code);
        both.addClassName("flag-row");
        return both;
    }

    private void done(TenantContext context, FlagKey key, String wanted, Optional<? extends Enforced<?>> ended) {
        ended.ifPresent(end -> {
            if (end instanceof Enforced.Done<?>) {
                show(context, key, Optional.empty());
            }
            ending.tell(context.slug(), wanted, end);
        });
    }

    static Section card(String title, Component... parts) {
        var card = new Section(new H2(title));
        card.addClassNames("card", "flag-card");
        card.add(parts);
        return card;
    }
}
