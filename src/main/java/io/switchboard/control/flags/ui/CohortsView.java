package io.switchboard.control.flags.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.control.flags.Cohort;
import io.switchboard.control.flags.CohortKey;
import io.switchboard.control.flags.Flag;
import io.switchboard.control.flags.FlagChanges;
import io.switchboard.control.flags.FlagDesk;
import io.switchboard.control.flags.FlagDraft;
import io.switchboard.control.flags.FlagKey;
import io.switchboard.control.flags.Snapshot;
import io.switchboard.control.flags.Target;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.Facts;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The named sets of tenants that rules speak of. */
@Route(":tenant/cohorts")
@Menu(title = "Cohorts", order = 421, icon = "vaadin:group")
@PageTitle("Cohorts · Switchboard")
@StyleSheet("context://themes/base/flags.css")
@OfPlatform
@PermitAll
class CohortsView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient FlagDesk desk;
    private final transient FlagChanges changes;
    private final transient FlagHistory history;
    private final transient Tenants tenants;
    private final Ending ending = new Ending();

    CohortsView(TenantContexts contexts, FlagDesk desk, FlagChanges changes, FlagHistory history, Tenants tenants) {
        super(contexts);
        this.desk = desk;
        this.changes = changes;
        this.history = history;
        this.tenants = tenants;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        desk.againstViewing(context.caller())
                .ifPresentOrElse(decision -> add(new NotAllowedToSee("cohorts", decision)), () -> list(context));
    }

    private void list(TenantContext context) {
        removeAll();
        add(
                new PageHeader(
                        "Cohorts",
                        "Named sets of tenants, such as those that began in one week. Rules of flags speak of them."),
                ending,
                new StaleNotice(desk.staleSince()));
        var now = desk.now(context.caller());
        if (now.cohorts().isEmpty()) {
            add(new Paragraph("There is no cohort yet."));
        }
        now.cohorts().values().forEach(cohort -> add(card(context, cohort, now)));
        if (context.holds(Role.PLATFORM_ADMIN)) {
            add(fresh(context));
        }
    }

    private Component card(TenantContext context, Cohort cohort, Snapshot now) {
        var names = new TenantNames(tenants.inUse());
        var card = FlagView.card(
                cohort.title(),
                new Facts()
                        .with("Key", cohort.key().value())
                        .with("Tenants", named(cohort, names))
                        .with("Used by", users(cohort, now)));
        if (context.holds(Role.PLATFORM_ADMIN)) {
            card.add(new NativeDetails("Change", form(context, Optional.of(cohort))));
        }
        card.add(new NativeDetails("History", history.of(context, cohort.key(), names)));
        return card;
    }

    private static String named(Cohort cohort, TenantNames names) {
        return cohort.tenants().isEmpty()
                ? "none yet"
                : cohort.tenants().stream().map(names::of).sorted().collect(Collectors.joining(", "));
    }

    private static String users(Cohort cohort, Snapshot now) {
        var target = new Target.InCohort(cohort.key());
        var users = now.flags().values().stream()
                .filter(flag ->
                        flag.rules().stream().anyMatch(rule -> rule.target().equals(target)))
                .map(Flag::key)
                .map(FlagKey::value)
                .collect(Collectors.joining(", "));
        return users.isEmpty() ? "no flag" : users;
    }

    private Component fresh(TenantContext context) {
        return FlagView.card("New cohort", form(context, Optional.empty()));
    }

    private Component form(TenantContext context, Optional<Cohort> cohort) {
        var key = new TextField("Key");
        key.setVisible(cohort.isEmpty());
        key.setMaxLength(40);
        key.setHelperText("As rules call it, such as pilot. It stays as it is.");
        var title = new TextField("Title");
        title.setMaxLength(FlagDraft.LONGEST_TITLE);
        title.setValue(cohort.map(Cohort::title).orElse(""));
        title.addClassName("flag-wide");
        var chosen = chosen(cohort);
        var form = new Div(
                key,
                title,
                chosen,
                new Button(
                        cohort.isPresent() ? "Save" : "Create cohort",
                        click -> save(context, cohort, key, title.getValue(), chosen.getValue())));
        form.addClassName("flag-fields");
        return form;
    }

    private MultiSelectComboBox<Tenant> chosen(Optional<Cohort> cohort) {
        var all = tenants.inUse();
        var chosen = new MultiSelectComboBox<Tenant>("Tenants");
        chosen.setItems(all);
        chosen.setItemLabelGenerator(Tenant::name);
        chosen.addClassName("flag-wide");
        cohort.ifPresent(is -> chosen.setValue(all.stream()
                .filter(tenant -> is.tenants().contains(tenant.id()))
                .collect(Collectors.toSet())));
        return chosen;
    }

    private void save(TenantContext context, Optional<Cohort> cohort, TextField key, String title, Set<Tenant> chosen) {
        var wanted = cohort.map(Cohort::name).orElse(key.getValue().strip());
        key.setInvalid(!CohortKey.isValid(wanted));
        key.setErrorMessage(CohortKey.SYNTAX);
        if (!key.isInvalid()) {
            ended(
                    context,
                    changes.enlist(
                            context.caller(),
                            new CohortKey(wanted),
                            cohort.map(Cohort::version).orElse(0),
                            title,
                            chosen.stream().map(Tenant::id).collect(Collectors.toSet())));
        }
    }

    private void ended(TenantContext context, Enforced<Cohort> ended) {
        if (ended instanceof Enforced.Done<Cohort>) {
            list(context);
        }
        ending.tell(context.slug(), "save the cohort", ended);
    }
}
