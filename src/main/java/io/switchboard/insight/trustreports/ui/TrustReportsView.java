package io.switchboard.insight.trustreports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Ending;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.insight.trustreports.Week;
import io.switchboard.kernel.Role;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.operations.delivery.ui.LinkTable;
import io.switchboard.platform.components.Card;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.stream.Stream;

/** The tenant's Trust Reports: when they are made, what was made, and one to have made now. */
@Route(":tenant/trust/reports")
@Menu(title = "Trust Reports", order = 305, icon = "vaadin:calendar-clock")
@PageTitle("Trust Reports · Switchboard")
@StyleSheet("context://themes/base/assurance.css")
@PermitAll
class TrustReportsView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int WEEKS = 9;

    private final transient TrustReportDesk desk;
    private final transient TrustReports reports;
    private final transient ScheduleCard schedule;
    private final transient ReportTable table;
    private final transient Clock clock;
    private final transient SecureLinks secure;
    private final transient LinkTable linkTable;
    private final Ending ending = new Ending();
    private final Div links = new Div();

    TrustReportsView(
            TenantContexts contexts,
            TrustReportDesk desk,
            TrustReports reports,
            ScheduleCard schedule,
            ReportTable table,
            SecureLinks secure,
            LinkTable linkTable,
            Clock clock) {
        super(contexts);
        this.desk = desk;
        this.reports = reports;
        this.schedule = schedule;
        this.table = table;
        this.secure = secure;
        this.linkTable = linkTable;
        this.clock = clock;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        ending.removeAll();
        desk.againstViewing(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("the Trust Reports", decision)), () -> show(context));
    }

    private void show(TenantContext context) {
        removeAll();
        add(
                new PageHeader(
                        "Trust Reports",
                        "A week of " + context.tenant().name()
                                + " under policy, as a signed document that anybody can check."),
                ending);
        if (TrustReportDesk.isIncluded(context.tenant())) {
            add(schedule.of(context, (wanted, ended) -> told(context, wanted, ended)), make(context));
            add(table.of(context, () -> shared(context)), links);
            shared(context);
        } else {
            add(notIncluded(context));
        }
    }

    private void shared(TenantContext context) {
        links.removeAll();
        if (secure.againstViewing(context.caller()).isEmpty()) {
            links.add(linkTable.of(context, (wanted, ended) -> told(context, wanted, ended)));
        }
    }

    private static Component notIncluded(TenantContext context) {
        return new EmptyState(
                "Trust Reports come with the plan Enterprise",
                "The posture one-pager and the evidence bundle are on the page Trust for every plan.",
                new com.vaadin.flow.component.html.Anchor(context.path("trust"), "Go to Trust"));
    }

    private Component make(TenantContext context) {
        var card = new Card("Have one made now");
        if (Stream.of(Role.PARTNER_ADMIN, Role.EVALUATOR).noneMatch(context::holds)) {
            card.add(new Paragraph("A partner-admin or an evaluator may have a report made."));
            return card;
        }
        var current = desk.schedule(context.caller()).current(clock.instant());
        var week = new Select<Week>();
        week.setLabel("Week");
        week.setItems(Stream.iterate(current, Week::previous)
                .limit(WEEKS)
                .filter(it -> it.until().isAfter(context.tenant().createdAt()))
                .toList());
        week.setItemLabelGenerator(it -> it.iso() + (it.equals(current) ? ", so far: " : ": ") + it.words());
        week.setValue(current);
        week.addClassName("week");
        var button = new Button("Make the report", clicked -> {
            var wanted = week.getValue();
            told(context, "make the Trust Report of " + wanted.iso(), reports.issue(context.caller(), wanted.monday()));
            clicked.getSource().setEnabled(true);
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        var line = new Div(week, button);
        line.addClassNames("line", "form-line");
        card.add(
                new Paragraph(
                        "A report of a week that is not over counts up to now and says so. Each is kept as it was made; a further one of the same week is its next revision."),
                line);
        return card;
    }

    private void told(TenantContext context, String wanted, Enforced<?> ended) {
        if (ended instanceof Enforced.Done<?>) {
            show(context);
        }
        ending.tell(context.slug(), wanted, ended);
    }
}
