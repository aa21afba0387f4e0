package io.switchboard.insight.roadmap.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.roadmap.Finding;
import io.switchboard.insight.roadmap.RoadmapChanges;
import io.switchboard.insight.roadmap.RoadmapDesk;
import io.switchboard.insight.success.Period;
import io.switchboard.kernel.Role;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.OfPlatform;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The roadmap on a page: the items with their gate, the locks, and the findings that items are raised from. */
@Route(":tenant/roadmap")
@Menu(title = "Roadmap", order = 410, icon = "vaadin:road")
@PageTitle("Roadmap · Switchboard")
@StyleSheet("context://themes/base/success.css")
@OfPlatform
@PermitAll
class RoadmapView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient RoadmapDesk desk;
    private final transient RoadmapChanges changes;
    private final transient LockCard locks;
    private final Ending ending = new Ending();

    RoadmapView(TenantContexts contexts, RoadmapDesk desk, RoadmapChanges changes, LockCard locks) {
        super(contexts);
        this.desk = desk;
        this.changes = changes;
        this.locks = locks;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        desk.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("the roadmap", decision)),
                        () -> show(context, Periods.of(event.getLocation().getQueryParameters())));
    }

    private void show(TenantContext context, Period period) {
        removeAll();
        add(header(context, period), ending);
        add(ItemTable.of(context, desk.items(context.caller())));
        add(locks.of(context, (wanted, ended) -> told(context, period, wanted, ended)));
        desk.findings(context.caller(), period)
                .ifPresent(findings -> FindingTables.of(context, findings, raise(context, period))
                        .forEach(this::add));
    }

    private Component header(TenantContext context, Period period) {
        var words = "What the pilots' own numbers say should come next, and what each item still needs to be ready.";
        return mayRaise(context)
                ? new PageHeader("Roadmap", words, fresh(context, period))
                : new PageHeader("Roadmap", words);
    }

    private static boolean mayRaise(TenantContext context) {
        return context.holds(Role.PM);
    }

    private Button fresh(TenantContext context, Period period) {
        var button = new Button(
                "New item", _ -> new RaiseDialog("", title -> raised(context, period, title, Optional.empty())).open());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private Optional<FindingTables.Raise> raise(TenantContext context, Period period) {
        return mayRaise(context)
                ? Optional.of(finding -> new RaiseDialog(
                                suggested(finding), title -> raised(context, period, title, Optional.of(finding.id())))
                        .open())
                : Optional.empty();
    }

    private static String suggested(Finding finding) {
        var words = finding.sentence();
        return words.length() <= RoadmapChanges.LONGEST_TITLE
                ? words
                : words.substring(0, RoadmapChanges.LONGEST_TITLE);
    }

    private void raised(TenantContext context, Period period, String title, Optional<String> finding) {
        told(context, period, "raise “" + title + "”", changes.raise(context.caller(), title, period, finding));
    }

    private void told(TenantContext context, Period period, String wanted, Enforced<?> ended) {
        if (ended instanceof Enforced.Done<?>) {
            show(context, period);
        }
        ending.tell(context.slug(), wanted, ended);
    }
}
